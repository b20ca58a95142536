namespace PkceAnalyzers.Values;

/// <summary>An object on the heap of the <see cref="State"/>.</summary>
sealed record Reference(ObjectId Id) : Value;

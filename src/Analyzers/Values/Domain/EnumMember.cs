namespace PkceAnalyzers.Values;

/// <summary>A member of an enum: written out by its name.</summary>
sealed record EnumMember(string Name, object? Content) : Value;

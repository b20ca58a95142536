namespace PkceAnalyzers.Libraries;

/// <summary>An argument of a call.</summary>
/// <param name="Name">Its parameter's name; null where that is not settled.</param>
/// <param name="Position">Its place among the arguments; null where overloads differ.</param>
/// <param name="Value">As text; empty for null, and <see cref="Discard"/> for what is thrown away.</param>
sealed record GivenArgument(string? Name, int? Position, string Value)
{
    public const string Discard = "_";
}

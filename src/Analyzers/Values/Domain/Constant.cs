namespace PkceAnalyzers.Values;

/// <summary>A constant that is not a string: null, a number, a truth value, a character.</summary>
sealed record Constant(object? Content) : Value
{
    public static readonly Constant Null = new((object?)null);
}

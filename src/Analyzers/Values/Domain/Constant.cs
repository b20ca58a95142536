using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A constant that is not a string: null, a number, a truth value, a character.</summary>
sealed record Constant(object? Content) : Value
{
    public static readonly Constant Null = new((object?)null);

    /// <summary>What it says something about: a verifier that is missing is nothing, and yet of the token request.</summary>
    public SourceSet From { get; init; }

    public override SourceSet Sources => From;
}

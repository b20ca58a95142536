using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A value of which only the origin is known. Unknown is an ordinary answer.</summary>
/// <param name="From">The sources that it was computed from.</param>
/// <param name="Encoded">Whether it was percent-encoded, so that it cannot hold further parameters.</param>
sealed record Unknown(SourceSet From, bool Encoded = false) : Value
{
    public static readonly Unknown Value = new(SourceSet.None);

    /// <summary>What it looks like, where it is drawn or encoded in a way that is followed.</summary>
    public SampledValue? Sample { get; init; }

    /// <summary>The expression that gave it; null where that is not followed.</summary>
    public SyntaxNode? Origin { get; init; }

    /// <summary>What can be read out of it, in whatever form; null where that is not followed, or nothing can.</summary>
    public Value? Holds { get; init; }

    public override SourceSet Sources => From;
}

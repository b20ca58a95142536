using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Servers;

/// <summary>A place where a server holds the stored code challenge against what a token request presents (RFC 7636 section 4.6).</summary>
/// <param name="Place">The comparison.</param>
/// <param name="IsConstantTime">Whether it takes as long wherever the two differ.</param>
/// <param name="IgnoresCase">Whether letters of either case count as the same.</param>
/// <param name="IsOfVerifier">Whether it is the verifier itself that is compared: the plain transformation.</param>
sealed record ChallengeComparison(SyntaxNode Place, bool IsConstantTime, bool IgnoresCase, bool IsOfVerifier)
{
    /// <summary>The two texts of which it gives a truth value, as they are; null where it is anything else.</summary>
    public (ExpressionSyntax One, ExpressionSyntax Other)? Texts { get; init; }
}

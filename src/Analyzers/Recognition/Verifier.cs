using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>A code verifier: a value that is one because of where it goes.</summary>
/// <param name="Sources">What it was drawn from.</param>
/// <param name="Sink">The expression or declaration that shows it to be a verifier.</param>
/// <param name="Maker">The expression, method or local function that a Runtime call can replace; null where there is none.</param>
/// <param name="IsSent">Whether it is one because of where it goes; otherwise its name alone says so.</param>
sealed record Verifier(SourceSet Sources, SyntaxNode Sink, SyntaxNode? Maker, bool IsSent)
{
    /// <summary>What a Runtime call can replace: not a mere name, whose value is used elsewhere too.</summary>
    public static SyntaxNode? Replaceable(SyntaxNode expression) => expression switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax => null,
        ExpressionSyntax => expression,
        _ => null,
    };
}

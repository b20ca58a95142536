using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Servers;

/// <summary>A way around the verification of a code verifier: a downgrade (RFC 9700 section 4.8.2).</summary>
/// <param name="Place">The condition, or the arm, that lets through.</param>
sealed record VerificationGap(SyntaxNode Place, GapKind Kind)
{
    /// <summary>The <c>true</c> by which an unknown method passes; null where it passes by anything else.</summary>
    public ExpressionSyntax? Passing =>
        Kind != GapKind.UnknownMethod
            ? null
            : Place switch
            {
                SwitchExpressionArmSyntax
                {
                    Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } passed
                } => passed,
                DefaultSwitchLabelSyntax
                {
                    Parent: SwitchSectionSyntax
                    {
                        Statements: [
                            ReturnStatementSyntax
                            {
                                Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } passed
                            },
                        ]
                    }
                } => passed,
                _ => null,
            };
}

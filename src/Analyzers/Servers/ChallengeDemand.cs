using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>Whether a server refuses authorization requests without a challenge anywhere: then none is missing at the token endpoint.
/// Asked only where verification depends on it.</summary>
static class ChallengeDemand
{
    public static bool IsMade(CompilationCache cache, CancellationToken cancellation) =>
        new[] { "codechallenge", "code_challenge" }
            .SelectMany(word => cache.TreesHolding(word, cancellation))
            .Distinct()
            .Any(tree => IsMade(tree.GetRoot(cancellation)));

    static bool IsMade(SyntaxNode root) =>
        root.DescendantNodes()
            .Any(node =>
                node switch
                {
                    IfStatementSyntax branch => VerificationGap.Exits(branch.Statement)
                        && !LetsThrough(branch.Statement)
                        && AsksForChallenge(branch.Condition)
                        && !branch.Ancestors().OfType<IfStatementSyntax>().Any(outer => Mentions(outer.Condition)),
                    // RuleFor(request => request.CodeChallenge).NotEmpty()
                    InvocationExpressionSyntax call when ProofOperands.NameOf(call) is "NotEmpty" or "NotNull" => call
                        .Expression.DescendantNodes()
                        .OfType<IdentifierNameSyntax>()
                        .Any(name => Identifier.IsCodeChallenge(name.Identifier.ValueText)),
                    PropertyDeclarationSyntax property => Identifier.IsCodeChallenge(property.Identifier.ValueText)
                        && property
                            .AttributeLists.SelectMany(list => list.Attributes)
                            .Any(attribute => attribute.Name.ToString() is "Required" or "RequiredAttribute"),
                    _ => false,
                }
            );

    static bool AsksForChallenge(ExpressionSyntax condition) =>
        PresenceTest.In(condition).Any(test => test.IsAbsent && NamesChallenge(test.Subject));

    static bool LetsThrough(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax { Statements: [.., var last] } => LetsThrough(last),
            ReturnStatementSyntax { Expression: { } result } => VerificationGap.IsSuccess(result),
            _ => false,
        };

    static bool NamesChallenge(ExpressionSyntax subject) =>
        ProofOperands.Bare(subject) switch
        {
            IdentifierNameSyntax name => Identifier.IsCodeChallenge(name.Identifier.ValueText),
            MemberAccessExpressionSyntax access => Identifier.IsCodeChallenge(access.Name.Identifier.ValueText),
            ElementAccessExpressionSyntax
            {
                ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }]
            } => key == WireNames.CodeChallenge,
            _ => false,
        };

    static bool Mentions(ExpressionSyntax condition) =>
        condition.ToString() is var text && (text.Contains("hallenge") || text.Contains("erifier"));
}

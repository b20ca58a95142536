using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>Whether a server refuses authorization requests without a challenge anywhere: then none is missing at the token endpoint.
/// Asked only where verification depends on it.</summary>
static class ChallengeDemand
{
    static readonly Scenario Demanded = new(null, Scenario.RightChallenge, WireNames.S256);

    public static bool IsMade(CompilationCache cache, CancellationToken cancellation) =>
        new[] { "codechallenge", "code_challenge" }
            .SelectMany(word => cache.TreesHolding(word, cancellation))
            .Distinct()
            .SelectMany(tree => Declarations.Members(tree.GetRoot(cancellation)))
            .Any(member =>
                IsSaid(member) || Declarations.Executables(member).Any(executable => IsMade(new(executable, cache, cancellation)))
            );

    /// <summary>Whether a function that has no verifier ends otherwise where the challenge is missing.</summary>
    static bool IsMade(ServerRun run) =>
        run.In(Demanded) is { } demanded
        && demanded.Reads.Any(read => read.Role == ProofRole.Challenge)
        && demanded.Reads.All(read => read.Role != ProofRole.Verifier)
        && run.In(Demanded with { Challenge = null }) is { } missing
        && missing.Units.Any(unit => demanded.ExitsOf(unit) is { Count: > 0 } exits && !exits.All(missing.ExitsOf(unit).Contains));

    /// <summary><c>RuleFor(request => request.CodeChallenge).NotEmpty()</c>, <c>[Required]</c></summary>
    static bool IsSaid(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax property
            ? Identifier.IsCodeChallenge(property.Identifier.ValueText)
                && property.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Required")
            : member
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Any(access =>
                    access.Name.Identifier.ValueText is "NotEmpty" or "NotNull"
                    && access
                        .Expression.DescendantNodes()
                        .OfType<IdentifierNameSyntax>()
                        .Any(name => Identifier.IsCodeChallenge(name.Identifier.ValueText))
                );
}

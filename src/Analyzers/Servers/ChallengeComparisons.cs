using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>The comparisons that a server makes of what was stored with what is presented.</summary>
static class ChallengeComparisons
{
    public static IEnumerable<ChallengeComparison> In(SyntaxNode unit, ServerRun run, ServerRuns runs)
    {
        if (!run.Reads(ProofRole.Challenge) || !run.Reads(ProofRole.Verifier))
            return [];
        var ignoresCase = run.Verifying(unit) is { } verifying && IgnoresCase(verifying);
        return new[] { Attack.Right, Attack.RightPlain }
            .Select(run.In)
            .SelectMany(trace => trace?.Comparisons ?? [])
            .Where(comparison => runs.BelongsTo(unit, comparison, run))
            .Select(comparison => Of(comparison, unit, ignoresCase))
            .OfType<ChallengeComparison>()
            .GroupBy(comparison => comparison.Place)
            .Select(same => same.Aggregate((one, other) => one with { IsOfVerifier = one.IsOfVerifier || other.IsOfVerifier }));
    }

    static bool IgnoresCase(VerifyingUnit verifying) =>
        verifying.Passes(verifying.Right with { Challenge = verifying.Right.Challenge!.ToUpperInvariant() });

    static ChallengeComparison? Of(ScenarioTrace.Comparison comparison, SyntaxNode unit, bool ignoresCase) =>
        ServerRun.Seen(unit, comparison.Frame, comparison.Place) is { } place && (!comparison.IsConstantTime || ignoresCase)
            ? new ChallengeComparison(place, comparison.IsConstantTime && !ignoresCase, ignoresCase, comparison.Raw is not null)
            {
                Texts = place == comparison.Place ? TextsOf(comparison) : null,
            }
            : null;

    static (ExpressionSyntax, ExpressionSyntax)? TextsOf(ScenarioTrace.Comparison comparison) =>
        comparison.Place is BinaryExpressionSyntax binary ? (binary.Left, binary.Right)
        : comparison
            is {
                Place: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } },
                Operands: { One: ExpressionSyntax one, Other: ExpressionSyntax other }
            }
            ? (one, other)
        : null;
}

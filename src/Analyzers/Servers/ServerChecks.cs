using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>How the hand-written authorization servers of one file hold token requests against the stored challenge.</summary>
sealed record ServerChecks(
    ImmutableArray<ChallengeComparison> Comparisons,
    ImmutableArray<PlainAcceptance> Plain,
    ImmutableArray<VerificationGap> Gaps
)
{
    public static ServerChecks In(SemanticModel model, CompilationCache cache, CancellationToken cancellation)
    {
        var comparisons = new List<ChallengeComparison>();
        var plain = new List<PlainAcceptance>();
        var gaps = new List<VerificationGap>();
        var runs = new ServerRuns(cache, cancellation);
        var text = model.SyntaxTree.GetText(cancellation);
        var members = Declarations
            .Members(model.SyntaxTree.GetRoot(cancellation))
            .Where(member => TriggerWords.OfChecks.AreIn(text, member.Span) && !Declarations.IsTooDeep(member))
            .ToList();
        foreach (var executable in members.SelectMany(Declarations.Executables).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            var run = runs.Of(executable);
            foreach (var unit in run.Units)
            {
                var verifying = run.Verifying(unit);
                comparisons.AddRange(ChallengeComparisons.In(unit, run, runs));
                plain.AddRange(PlainAcceptances.In(unit, run, runs));
                gaps.AddRange(verifying is null ? UnreadVerifier.In(unit, run) : verifying.Gaps(runs));
            }
        }
        foreach (var member in members)
            plain.AddRange(PlainAcceptances.Advertised(member, cache, cancellation));
        gaps.AddRange(UnreadVerifier.InServersWithout(model.SyntaxTree, cache, cancellation));
        return new ServerChecks(
            [.. comparisons.Distinct()],
            [.. plain.GroupBy(acceptance => acceptance.Place).Select(same => same.First())],
            [.. gaps.Distinct().Where(gap => gap.Kind != GapKind.NoChallenge || !ChallengeDemand.IsMade(cache, cancellation))]
        );
    }
}

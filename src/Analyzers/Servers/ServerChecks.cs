using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
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
    static readonly Dictionary<string, TriggerWords> Words = new[]
    {
        "verifier",
        "challenge",
        "access_token",
        "accesstoken",
        "method",
        Scenario.Plain,
    }.ToDictionary(word => word, word => new TriggerWords([word]));

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
        foreach (var executable in members.Where(MayVerify).SelectMany(Declarations.Executables).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Draws(executable))
                continue;
            var run = runs.Of(executable);
            foreach (var unit in run.Units)
            {
                var verifying = run.Verifying(unit);
                comparisons.AddRange(ChallengeComparisons.In(unit, run, runs));
                plain.AddRange(PlainAcceptances.In(unit, run, runs));
                gaps.AddRange(verifying is null ? UnreadVerifier.In(unit, run) : verifying.Gaps(runs));
                // What a caller lets through by this file's conditions, though it may say nothing of PKCE itself.
                if (verifying is not null)
                    gaps.AddRange(runs.CallersOf(unit).SelectMany(caller => caller.Gaps(runs)).Where(IsHere));
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

        bool IsHere(VerificationGap gap) => gap.Place.SyntaxTree == model.SyntaxTree;

        // One that has a verifier where challenges are known, that gives tokens for one, or that looks at the method where plain is known.
        bool MayVerify(MemberDeclarationSyntax member) =>
            Says("verifier", member)
                ? Says("access_token", member) || Says("accesstoken", member) || !cache.TreesHolding("challenge", cancellation).IsEmpty
                : Says(Scenario.Plain, member) || Says("method", member) && !cache.TreesHolding("\"plain\"", cancellation).IsEmpty;

        bool Says(string word, SyntaxNode member) => Words[word].AreIn(text, member.Span);

        // A client makes its verifier.
        bool Draws(SyntaxNode executable) =>
            cache
                .RunOf(executable, PkceOptions.None, cancellation)
                ?.Named.Exists(named => ProofRoles.OfName(named.Name) != ProofRole.None && named.Sources.Items.Any(IsDraw)) == true;

        static bool IsDraw(Source source) => source.Kind is SourceKind.SecureRandom or SourceKind.PredictableRandom or SourceKind.Guid;
    }
}

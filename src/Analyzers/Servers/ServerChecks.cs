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
    static readonly string[] VerifyingWords = ["Verify", "Validate", "Check", "Match", "Is", "TryVerify", "Compare", "Ensure"];

    public static ServerChecks In(SemanticModel model, CompilationCache cache, CancellationToken cancellation)
    {
        var comparisons = ImmutableArray.CreateBuilder<ChallengeComparison>();
        var plain = ImmutableArray.CreateBuilder<PlainAcceptance>();
        var gaps = new List<VerificationGap>();
        var text = model.SyntaxTree.GetText(cancellation);
        foreach (var member in Declarations.Members(model.SyntaxTree.GetRoot(cancellation)))
        {
            if (TriggerWords.OfChecks.AreIn(text, member.Span) && !Declarations.IsTooDeep(member))
                Read(member);
        }
        gaps.AddRange(UnreadVerifier.InServersWithout(model.SyntaxTree, cache, cancellation));
        return new ServerChecks(
            comparisons.ToImmutable(),
            plain.ToImmutable(),
            [.. gaps.Distinct().Where(gap => gap.Kind != GapKind.NoChallenge || !ChallengeDemand.IsMade(cache, cancellation))]
        );

        void Read(MemberDeclarationSyntax member)
        {
            var operands = new ProofOperands(member, cache, cancellation);
            var refusesPlain = new Lazy<bool>(() => PlainAcceptance.IsRefused(member, operands));
            gaps.AddRange(UnreadVerifier.In(member));
            foreach (var node in member.DescendantNodes())
            {
                cancellation.ThrowIfCancellationRequested();
                if (ChallengeComparison.Of(node, operands, model, cache, cancellation) is { } comparison)
                {
                    comparisons.Add(comparison);
                    plain.AddRange(
                        refusesPlain.Value
                            ? []
                            : comparison.Untransformed.Select(raw => new PlainAcceptance(
                                comparison.Place.Span.Contains(raw.Span) ? comparison.Place : raw,
                                PlainForm.Compared
                            ))
                    );
                    gaps.AddRange(VerificationGap.Around(comparison.Place, member, operands));
                }
                else if (PlainAcceptance.Of(node, operands) is { } acceptance)
                {
                    if (acceptance.Form == PlainForm.Advertised || !refusesPlain.Value)
                        plain.Add(acceptance);
                }
                else if (node is InvocationExpressionSyntax call && Verifies(call, operands))
                    gaps.AddRange(VerificationGap.Around(call, member, operands));
            }
        }
    }

    /// <summary>Whether a call hands a presented verifier, and what it is held against, to a method that verifies it.</summary>
    static bool Verifies(InvocationExpressionSyntax call, ProofOperands operands) =>
        HoldsAgainst(call, operands)
        || VerifyingWords.Any(word => ProofOperands.NameOf(call).StartsWith(word, StringComparison.Ordinal))
            && PresenceTest.Of(call) is null
            && call.ArgumentList.Arguments.Any(argument => operands.RoleOf(argument.Expression) == ProofRole.Verifier)
            && (
                call.ArgumentList.Arguments.Count > 1
                || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver }
                    && operands.RoleOf(receiver) == ProofRole.Challenge
            );

    /// <summary>Whether it is a condition on both the challenge and what was made of the verifier: a comparison of some other
    /// kind.</summary>
    static bool HoldsAgainst(InvocationExpressionSyntax call, ProofOperands operands)
    {
        if (
            call.Parent
            is not (
                PrefixUnaryExpressionSyntax
                or IfStatementSyntax
                or BinaryExpressionSyntax
                or ReturnStatementSyntax
                or ArrowExpressionClauseSyntax
            )
        )
            return false;
        var roles = call.ArgumentList.Arguments.Select(argument => operands.RoleOf(argument.Expression)).ToList();
        return roles.Contains(ProofRole.Challenge) && (roles.Contains(ProofRole.Verifier) || roles.Contains(ProofRole.Transformed));
    }
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Whether two values are the same, in a run on a scenario: where the program compares, it is seen.</summary>
sealed partial class Interpreter
{
    /// <summary>A text or octets that are known by heart; null for anything else.</summary>
    internal object? ExactOf(Value value) =>
        value is Text { Exact: { } text } ? text
        : value is Text or Unknown or Reference && SampleOf(value) is { Bits: 0, Given: null } sample && IsOne(sample) ? sample.Specimens[0]
        : null;

    static bool IsOne(SampledValue sample) => sample.Specimens.All(specimen => SampledValue.Same(specimen, sample.Specimens[0]));

    internal bool? AreSame(
        Value one,
        Value other,
        SyntaxNode place,
        bool isConstantTime = false,
        bool ignoresCase = false,
        ScenarioTrace.IOperationPair? operands = null
    )
    {
        var same = Outcome(one, other, ignoresCase);
        var (left, right) = (SourcesOf(one), SourcesOf(other));
        if (same is { } equal && (IsCheck(left, right) || IsCheck(right, left)))
            _trace!.Compare(new(_frame, place, isConstantTime, equal, VerifierIn(one) ?? VerifierIn(other)) { Operands = operands });
        if (same == true && left.Has(SourceKind.StoredMethod) != right.Has(SourceKind.StoredMethod))
            NameMethod(left.Has(SourceKind.StoredMethod) ? other : one, place);
        return same;
    }

    static bool IsCheck(SourceSet stored, SourceSet presented) =>
        stored.Has(SourceKind.StoredChallenge) && presented.Has(SourceKind.PresentedVerifier);

    /// <summary>Where the verifier was read that a value is as it is; null where it is none.</summary>
    SyntaxNode? VerifierIn(Value value) => InputOf(value) is { Kind: SourceKind.PresentedVerifier, Place: var read } ? read : null;

    void NameMethod(Value named, SyntaxNode place) =>
        _trace!.Name((named as Text)?.Pieces.OfType<LiteralPiece>().FirstOrDefault()?.Place ?? place, place);

    bool? Outcome(Value one, Value other, bool ignoresCase)
    {
        if (AreEqual(one, other) is { } known && !(ignoresCase && !known))
            return known;
        if (ExactOf(one) is { } left && ExactOf(other) is { } right)
            return (left, right) switch
            {
                (string a, string b) => string.Equals(a, b, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
                _ => SampledValue.Same(left, right),
            };
        if (
            (
                one is Unknown ? KindOfClient(other)
                : other is Unknown ? KindOfClient(one)
                : null
            ) is
            { } isPublic
        )
            return isPublic == Scenario!.IsPublic;
        // What an unknown transformation made of the verifier.
        return IsCheck(SourcesOf(one), SourcesOf(other)) && other is Unknown || IsCheck(SourcesOf(other), SourcesOf(one)) && one is Unknown
            ? Scenario is { Verifier: not null, Challenge: not null }
                ? Scenario.Matches
                : null
            : null;
    }

    /// <summary>Whether a value names public clients, or confidential ones; null for any other.</summary>
    static bool? KindOfClient(Value value) =>
        (value is EnumMember member ? member.Name : (value as Text)?.Exact)?.ToLowerInvariant() switch
        {
            "public" => true,
            "confidential" => false,
            _ => null,
        };
}

using System.Collections.Immutable;

namespace PkceAnalyzers.Values;

/// <summary>
/// The specimens that a path is taken with, one bit for each. A condition on a value that is known by specimens holds for some of
/// them and not for others: both paths are taken, and where they meet each specimen goes on as its own path has made it. So a loop
/// that looks at each character of a text does to every specimen what it does to the text.
/// </summary>
readonly record struct SampleMask(int Bits)
{
    public static readonly SampleMask All = new((1 << SampledValue.Count) - 1);

    /// <summary>Those of the specimens for which a condition holds.</summary>
    public SampleMask Where(SampledValue truth) =>
        new(
            Enumerable.Range(0, SampledValue.Count).Where(k => (long)truth.Specimens[k] != 0).Aggregate(0, (bits, k) => bits | 1 << k)
                & Bits
        );

    public SampleMask Without(SampleMask other) => new(Bits & ~other.Bits);

    public static SampleMask operator |(SampleMask one, SampleMask other) => new(one.Bits | other.Bits);

    /// <summary>Whether no specimen takes both paths, which then can be told apart.</summary>
    public bool IsApartFrom(SampleMask other) => (Bits & other.Bits) == 0;

    bool Has(int specimen) => (Bits >> specimen & 1) != 0;

    /// <summary>What a value is where two paths meet, of which the first is taken by these specimens and the second by others; null
    /// where either of the two is not known by specimens.</summary>
    public Value? Join(Value one, SampleMask others, Value other) =>
        one.Equals(other) ? one
        : SampleOf(one) is { } here && SampleOf(other) is { } there && Join(here, others, there) is { } joined
            ? new Unknown(one.Sources | other.Sources) { Sample = joined }
        : null;

    public SampledValue? Join(SampledValue one, SampleMask others, SampledValue other)
    {
        if (one.Specimens[0].GetType() != other.Specimens[0].GetType() || PastOf(one, other) is not { } past)
            return null;
        var (mask, both) = (this, this | others);
        ImmutableArray<object> specimens = [.. one.Specimens.Select((specimen, k) => mask.Has(k) ? specimen : other.Specimens[k])];
        var joined = new SampledValue(specimens, BitsOf(one, other))
        {
            Past = past,
            Given = one.Given ?? other.Given,
            Bias = Math.Max(one.Bias, other.Bias),
        };
        return joined with
        {
            HasLength =
                one.HasLength
                && other.HasLength
                && specimens.Where((_, k) => both.Has(k)).Select(SampledValue.LengthOf).Distinct().Count() <= 1,
            Range = joined.IsNumber
                ? (
                    joined.Specimens.Min(number => (long)number),
                    joined.Specimens.Max(number => (long)number) - joined.Specimens.Min(number => (long)number) + 1
                )
                : default,
        };
    }

    /// <summary>The way of either, where they have come the same way, or one is a constant; else null.</summary>
    static ImmutableArray<Stage>? PastOf(SampledValue one, SampledValue other) =>
        IsConstant(other) || one.Past.SequenceEqual(other.Past) ? one.Past
        : IsConstant(one) ? other.Past
        : one.IsHashed || other.IsHashed ? null
        : [];

    // Whatever is made of one value, character by character, holds what that held. Which of two draws is taken may be one more.
    static double? BitsOf(SampledValue one, SampledValue other) =>
        IsConstant(one) ? other.Bits
        : IsConstant(other) ? one.Bits
        : !one.Past.IsEmpty && one.Past.SequenceEqual(other.Past) && one.Bits is { } here && other.Bits is { } there ? Math.Max(here, there)
        : null;

    static bool IsConstant(SampledValue sample) => sample is { Bits: 0, Given: null, Past.IsEmpty: true };

    static SampledValue? SampleOf(Value value) =>
        value switch
        {
            Unknown unknown => unknown.Sample,
            Constant { Content: char letter } => SampledValue.Fixed(letter.ToString()),
            Constant { Content: int number } => SampledValue.Number(number, 1),
            Text { CarriesParameters: false, Pieces: var pieces } => pieces.Aggregate(
                (SampledValue?)SampledValue.Fixed(""),
                (whole, piece) =>
                    whole is null
                        ? null
                        : piece switch
                        {
                            LiteralPiece literal => SampledValue.Concat(whole, SampledValue.Fixed(literal.Content)),
                            HolePiece hole when SampleOf(hole.Content) is { IsText: true } part => SampledValue.Concat(whole, part),
                            _ => null,
                        }
            ),
            _ => null,
        };
}

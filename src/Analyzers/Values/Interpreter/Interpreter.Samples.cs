using System.Globalization;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values.Models;

namespace PkceAnalyzers.Values;

/// <summary>Values that are drawn at random, encoded and hashed: each operation is done to the specimens of a
/// <see cref="SampledValue"/>.</summary>
sealed partial class Interpreter
{
    /// <summary>The octets of a larger array are not gone through.</summary>
    const int MostBlank = 256;

    /// <summary>How often something has been drawn: two draws never give the same.</summary>
    internal int Draws { get; set; }

    /// <summary>What a value looks like; null where that is not known.</summary>
    public SampledValue? SampleOf(Value? value)
    {
        switch (value)
        {
            case Unknown unknown:
                return unknown.Sample;
            case Text { Exact: { } exact }:
                return SampledValue.Fixed(exact);
            case Text { Pieces: var pieces } text when !text.CarriesParameters || IsPadded(text):
                SampledValue? whole = null;
                foreach (var piece in pieces)
                {
                    var part = piece switch
                    {
                        LiteralPiece literal => SampledValue.Fixed(literal.Content),
                        HolePiece hole => Written(hole.Content),
                        _ => null,
                    };
                    if (part is null || (whole = whole is null ? part : SampledValue.Concat(whole, part)) is null)
                        return null;
                }
                return whole;
            case Constant { Content: char letter }:
                return SampledValue.Fixed(letter.ToString());
            case Reference when ObjectOf(value) is { } obj:
                return obj.Sample
                    ?? (
                        obj.Content is Text or Unknown ? SampleOf(obj.Content)
                        : Letters(obj) is { } letters ? SampledValue.Fixed(letters)
                        : obj is { IsBlank: true, Items.IsEmpty: true, Length: > 0 and <= MostBlank and var length }
                            ? SampledValue.Zeros(length)
                        : null
                    );
            case Choice choice:
                var samples = choice
                    .Alternatives.Where(alternative => alternative is not Constant { Content: null })
                    .Select(SampleOf)
                    .ToList();
                return samples.Count == 0 ? null : samples.Aggregate((one, other) => SampledValue.Join(one, other));
            default:
                return null;
        }
    }

    /// <summary>Whether base64's padding is put behind a value, which is no parameter's name.</summary>
    static bool IsPadded(Text text) =>
        text.Pieces is [HolePiece, .. var rest] && rest.All(piece => piece is LiteralPiece { Content: "=" or "==" });

    /// <summary>A value as a text writes it out.</summary>
    internal SampledValue? Written(Value value, string format = "") =>
        SampleOf(value) switch
        {
            { IsText: true } text => text,
            { IsNumber: true } number => NumberModel.Formatted(number, format),
            { IsOctets: true } octets when value.Sources.Has(SourceKind.Guid) => AsGuid(octets, format),
            _ => null,
        };

    internal static SampledValue? AsGuid(SampledValue octets, string format) =>
        format is "" or "D" or "d" or "N" or "n" or "B" or "b" or "P" or "p"
            ? octets.Then(
                StageKind.Decoding,
                guid => guid is byte[] { Length: 16 } value ? new Guid(value).ToString(format, CultureInfo.InvariantCulture) : null
            )
            : null;

    /// <summary>The characters of an array that holds nothing else.</summary>
    static string? Letters(AbstractObject obj) =>
        !obj.Items.IsEmpty && obj.Items.All(item => item is Constant { Content: char })
            ? string.Concat(obj.Items.Select(item => ((Constant)item).Content))
            : null;

    /// <summary>The characters that an index picks from.</summary>
    internal string? AlphabetOf(Value value) =>
        value switch
        {
            Text { Exact: { Length: > 0 } text } => text,
            Reference when ObjectOf(value) is { Sample: null } obj => (obj.Content as Text)?.Exact is { Length: > 0 } text
                ? text
                : Letters(obj),
            _ => null,
        };

    internal static Unknown With(SampledValue sample, SourceSet sources) => new(sources) { Sample = sample };

    internal Value Give(Call call, SampledValue sample) =>
        sample is { Bits: 0, Given: null, IsText: true } && sample.Specimens.All(specimen => specimen.Equals(sample.Specimens[0]))
            ? Text.Literal(
                (string)sample.Specimens[0],
                (call.Receiver?.Value as Text)?.Pieces.OfType<LiteralPiece>().FirstOrDefault()?.Place ?? call.Place,
                Scenario is null ? SourceSet.None : MixOf(call).From
            )
            : With(sample, MixOf(call).From | Drawn(call));

    /// <summary>As <see cref="Give"/>; null where it is not known what the call gives.</summary>
    internal Value? GiveKnown(Call call, SampledValue? sample) => sample is null ? null : Give(call, sample);

    /// <summary>The result of a call that writes octets as text; null where it is not given any.</summary>
    internal Value? FromOctets(Call call, StageKind kind, Func<byte[], string> encode)
    {
        if (call.Given is not { } given || IsString(given))
            return null;
        var sample = SampleOf(given.Value) ?? (given.Value is Unknown ? SampledValue.GivenOctets(given.Place) : null);
        return sample is { IsOctets: true } ? GiveKnown(call, sample.Then(kind, octets => encode((byte[])octets))) : null;
    }

    internal SourceSet Drawn(Call call) =>
        DrawSources.Of(call) is { } source ? SourceSet.Of(source, Own(call.Place)) : SourceSet.None;

    /// <summary>A place, or for one in a referenced project the call of this one that leads there: nothing is shown in another
    /// project.</summary>
    SyntaxNode Own(SyntaxNode place)
    {
        for (var frame = _frame; frame is not null && !cache.IsOwn(place.SyntaxTree); frame = frame.Caller)
            place = frame.CallSite ?? place;
        return place;
    }

    internal static bool IsString(Argument argument) =>
        (argument.Parameter?.Type ?? argument.Operation.Type)?.SpecialType == SpecialType.System_String || argument.Value is Text;

    /// <summary>A text that is encoded or hashed: what is known of it, else any that a caller may give.</summary>
    internal SampledValue? TextIn(Argument argument) =>
        SampleOf(argument.Value) is { } known
            ? known.IsText
                ? known
                : null
            : argument.Operation.Type?.SpecialType is SpecialType.System_String or null
            && !Carries(argument.Value)
            && argument.Value is Unknown or Text
                ? SampledValue.GivenText(argument.Place)
                : null;

    internal static SampledValue Picked(string alphabet, SampledValue index)
    {
        var (least, count) = index.Range;
        var letters =
            index.IsNumber && count > 0 && least >= 0 && least < alphabet.Length
                ? alphabet.Substring((int)least, (int)Math.Min(count, alphabet.Length - least))
                : alphabet;
        var specimens = index.IsNumber
            ? index.Specimens.Select(place => (object)alphabet[(int)((long)place % alphabet.Length)].ToString())
            : SampledValue.Picked(letters, 1).Specimens;
        var distinct = string.Concat(letters.Distinct());
        return new SampledValue([.. specimens], index.Bits is null ? null : Math.Log(distinct.Length, 2))
        {
            Alphabet = distinct,
            Bias = index.Bias,
        };
    }
}

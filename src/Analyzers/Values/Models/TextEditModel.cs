using System.Collections.Immutable;

namespace PkceAnalyzers.Values.Models;

/// <summary>Edits of texts whose specimens are known, done to each of them.</summary>
static class TextEditModel
{
    /// <summary>Longer paddings are no verifier's.</summary>
    const int MostPadding = 4096;

    static readonly string[] Owners = ["System.String", "System.MemoryExtensions", "System.Linq.Enumerable"];

    public static void Register(ModelTable table) =>
        table
            .Add(Edit(Replace, ofLiterals: true), "Replace")
            .Add(Edit((run, call, text) => text.Edited(value => value.TrimEnd(Letters(run, call)))), "TrimEnd")
            .Add(Edit((run, call, text) => text.Edited(value => value.TrimStart(Letters(run, call)))), "TrimStart")
            .Add(Edit((run, call, text) => text.Edited(value => value.Trim(Letters(run, call)))), "Trim")
            .Add(Edit((_, _, text) => text.Edited(value => value.ToLowerInvariant(), StageKind.LetterCase)), "ToLower", "ToLowerInvariant")
            .Add(Edit((_, _, text) => text.Edited(value => value.ToUpperInvariant(), StageKind.LetterCase)), "ToUpper", "ToUpperInvariant")
            .Add(Edit(Substring, ofLiterals: true), "Substring")
            .Add(Edit(Remove, ofLiterals: true), "Remove")
            .Add(Edit(PadRight, ofLiterals: true), "PadRight")
            .Add(Edit(PadLeft, ofLiterals: true), "PadLeft")
            .Add(Edit(Insert, ofLiterals: true), "Insert")
            .Add(Edit(Same), "ToArray", "AsSpan", "ToString", "ToList", "Normalize")
            .Add(Edit(Take), "Take")
            .Add(Split, "Split");

    /// <summary>What an edit makes of a text; null where that is not known.</summary>
    delegate SampledValue? TextEdit(Interpreter run, Call call, SampledValue text);

    /// <param name="ofLiterals">Whether a text that is known by heart is edited here, too.</param>
    static CallEffect Edit(TextEdit edit, bool ofLiterals = false) =>
        (run, call) => TextOf(run, call, ofLiterals) is { } text ? run.GiveKnown(call, edit(run, call, text)) : null;

    static SampledValue? TextOf(Interpreter run, Call call, bool ofLiterals)
    {
        if (call.Receiver is not { Value: not Text { CarriesParameters: true } and var value })
            return null;
        if (!ofLiterals && value.Alternatives.All(alternative => alternative is Text { Exact: not null }))
            return null;
        return call.Owner is not null && Array.IndexOf(Owners, call.Owner) < 0 ? null
            : run.SampleOf(value) is { IsText: true } text ? text
            : null;
    }

    static SampledValue? Replace(Interpreter run, Call call, SampledValue text)
    {
        if (
            call.Exact(0)?.ToString() is not { Length: > 0 } from
            || call.Arguments is not [_, { Value: Constant or Text { Exact: not null } }]
        )
            return null;
        var to = call.Exact(1)?.ToString();
        return text.Edited(value => value.Replace(from, to));
    }

    static SampledValue? Substring(Interpreter run, Call call, SampledValue text)
    {
        if (call.Int(0) is { } start)
            return call.Arguments.Length == 1 ? text.Cut(value => Slice((string)value, start, null))
                : call.Int(1) is { } length ? text.Cut(value => Slice((string)value, start, length))
                : text with { HasLength = false, Bits = null };
        // A letter at a random place: alphabet.Substring(random.Next(62), 1)
        return call.Int(1) == 1 && text.Bits == 0 && run.SampleOf(call.Arguments[0].Value) is { IsNumber: true } place
            ? Interpreter.Picked((string)text.Specimens[0], place)
            : null;
    }

    static SampledValue? Remove(Interpreter run, Call call, SampledValue text) =>
        call.Int(0) is { } at && call.Arguments.Length == 1 ? text.Cut(value => Slice((string)value, 0, at)) : null;

    static SampledValue? PadRight(Interpreter run, Call call, SampledValue text) =>
        call.Int(0) is { } width
            ? text.Then(StageKind.Edit, value => ((string)value).PadRight(Math.Min(width, MostPadding), call.Exact(1) as char? ?? ' '))
            : null;

    static SampledValue? PadLeft(Interpreter run, Call call, SampledValue text) =>
        call.Int(0) is { } width
            ? text.Then(StageKind.Edit, value => ((string)value).PadLeft(Math.Min(width, MostPadding), call.Exact(1) as char? ?? ' '))
            : null;

    static SampledValue? Insert(Interpreter run, Call call, SampledValue text) =>
        call.Int(0) is { } at && call.Exact(1) is string added
            ? text.Then(StageKind.Edit, value => at <= ((string)value).Length ? ((string)value).Insert(at, added) : null)
            : null;

    static SampledValue? Same(Interpreter run, Call call, SampledValue text) => call.Arguments.IsEmpty ? text : null;

    static SampledValue? Take(Interpreter run, Call call, SampledValue text) =>
        call.Int(0) is { } count ? text.Cut(value => ((string)value).Substring(0, Math.Min(count, ((string)value).Length))) : null;

    /// <summary><c>Split('=')[0]</c>: only the first part is asked for.</summary>
    static Value? Split(Interpreter run, Call call)
    {
        if (
            TextOf(run, call, ofLiterals: false) is not { } text
            || call.Exact(0)?.ToString() is not { Length: > 0 } separator
            || text.Edited(FirstPart) is not { } first
        )
            return null;
        return run.Allocate(
            call.Place,
            AbstractObject.Of(call.Type) with
            {
                Drawn = run.SourcesOf(call.Receiver!.Value),
                Members = ImmutableDictionary<string, Value>.Empty.Add("[0]", run.Give(call, first)),
            }
        );

        string FirstPart(string value) =>
            value.Length == 1 && value == separator ? "" : value.Split([separator], StringSplitOptions.None)[0];
    }

    static char[] Letters(Interpreter run, Call call) =>
        [
            .. call.Arguments.SelectMany(argument =>
                argument.Value is Constant { Content: char letter } ? letter.ToString() : run.AlphabetOf(argument.Value) ?? ""
            ),
        ];

    static string? Slice(string value, int start, int? length) =>
        start >= 0 && start <= value.Length && (length is null || length >= 0 && start + length <= value.Length)
            ? value.Substring(start, length ?? value.Length - start)
            : null;
}

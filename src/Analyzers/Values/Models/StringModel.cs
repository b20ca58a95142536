using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary><c>System.String</c>: texts with holes.</summary>
static class StringModel
{
    const int MostRepeated = 4096;

    public static void Register(ModelTable table) =>
        table
            .Add(OfString(Concat), "Concat")
            .Add(OfString(Join), "Join")
            .Add(OfString(Format), "Format")
            .Add(OfString(Replace), "Replace")
            .Add(OfString(Edited((text, call) => text.Trim(Characters(call)))), "Trim")
            .Add(OfString(Edited((text, call) => text.TrimStart(Characters(call)))), "TrimStart")
            .Add(OfString(Edited((text, call) => text.TrimEnd(Characters(call)))), "TrimEnd")
            .Add(OfString(Edited((text, _) => text.ToLowerInvariant())), "ToLower", "ToLowerInvariant")
            .Add(OfString(Edited((text, _) => text.ToUpperInvariant())), "ToUpper", "ToUpperInvariant")
            .Add(OfString((_, call) => call.Receiver?.Value), "ToString", "Normalize")
            .Add(OfString(PartOfRequest), "Substring", "Remove", "PadLeft", "PadRight", "Insert")
            .Add(OfString(Contains), "Contains")
            .Add(OfString(IndexOf), "IndexOf")
            .Add(OfString(IsEmpty), "IsNullOrEmpty", "IsNullOrWhiteSpace")
            .AddOf("System.String", Filled, "Create");

    public static void RegisterCreations(ModelTable table) => table.AddOfProgram(Create, "String", "string");

    /// <summary><c>ToString()</c> of what is no string.</summary>
    public static Value? Show(Interpreter run, Call call) =>
        !IsOfString(call)
        && call is { Name: "ToString", Arguments.IsEmpty: true, Receiver: { } shown }
        && call.Method?.ContainingType.DeclaringSyntaxReferences.IsEmpty != false
            ? Choice.Map(shown.Value, value => Shown(run, value, call.Place))
            : null;

    static Value Shown(Interpreter run, Value value, SyntaxNode place) =>
        value switch
        {
            Reference when run.ObjectOf(value) is { } obj => IsWrittenOut(obj)
                ? run.TextOf(value, place)
                : new Unknown(run.SourcesOf(value)) { Sample = run.SampleOf(value) is { IsText: true } sample ? sample : null },
            Text or Unknown => value,
            Constant { Content: not null } or EnumMember => run.TextOf(value, place),
            _ => new Unknown(run.SourcesOf(value)),
        };

    static bool IsWrittenOut(AbstractObject obj) => obj.CarriesParameters || obj.Content is Text || obj.Members.ContainsKey("Query");

    static CallEffect OfString(CallEffect effect) => (run, call) => IsOfString(call) ? effect(run, call) : null;

    static bool IsOfString(Call call) =>
        call.Owner == "System.String" || call.Owner is null && (call.Receiver is null || call.Receiver.Value is Text);

    static Value? Concat(Interpreter run, Call call) =>
        call.Arguments is [var one] && run.ObjectOf(one.Value) is not null
            ? run.Joined(Text.Empty, call.Arguments, call.Place)
            : call.Arguments.Aggregate((Value)Text.Empty, (text, argument) => run.Concat(text, argument.Value, argument.Place));

    static Value? Join(Interpreter run, Call call) =>
        call.Arguments.Length >= 2 ? run.Joined(call.Arguments[0].Value, call.Arguments.RemoveAt(0), call.Place) : null;

    static Value? Format(Interpreter run, Call call)
    {
        // A format provider may stand before it.
        var format = call.Arguments.TakeWhile(argument => argument.Value is not Text && argument.Value is not Choice).Count();
        return format >= call.Arguments.Length
            ? null
            : CompositeFormat.Fill(run, call.Arguments[format].Value, call.Arguments.RemoveRange(0, format + 1), call.Place);
    }

    static Value? Replace(Interpreter run, Call call) =>
        call is { Receiver: { } target, Arguments: [{ Value: Text { Exact: { Length: > 0 } from } }, var to, ..] }
            ? Choice.Combine(
                target.Value,
                to.Value,
                (value, with) =>
                    run.TextOf(value, target.Place) is { CarriesParameters: true } text
                        ? text.Replace(from, run.TextOf(with, to.Place))
                        : run.MixOf(call)
            )
            : null;

    static CallEffect Edited(Func<string, Call, string> edit) =>
        (_, call) =>
            call.Receiver is { } edited
                ? Choice.Map(
                    edited.Value,
                    value =>
                        value is Text { Exact: { } exact } text
                            ? Text.Literal(
                                edit(exact, call),
                                text.Pieces.IsEmpty ? call.Place : ((LiteralPiece)text.Pieces[0]).Place,
                                text.Sources
                            )
                            : value
                )
                : null;

    /// <summary>What is cut off a request, or put into it, changes none of its parameters as far as is known.</summary>
    static Value? PartOfRequest(Interpreter run, Call call) =>
        call.Receiver?.Value is Text { CarriesParameters: true } whole ? whole : null;

    // url.Contains('?') ? "&" : "?": which of them is known once a parameter is there.
    static Value? Contains(Interpreter run, Call call) =>
        call.Receiver?.Value is Text text && Searched(call) is { } wanted
            ? text.PositionOf(wanted) is { } at
                ? new Constant(at >= 0)
                : Unknown.Value
            : null;

    static Value? IndexOf(Interpreter run, Call call) =>
        call.Receiver?.Value is Text text && Searched(call) is { } wanted
            ? text.PositionOf(wanted) is { } at
                ? new Constant(at)
                : Unknown.Value
            : null;

    static Value? IsEmpty(Interpreter run, Call call) =>
        call.Arguments is not [{ Value: var asked }]
            ? null
            : asked switch
            {
                Constant { Content: null } => new Constant(true),
                Text { Exact: { } exact } => new Constant(string.IsNullOrWhiteSpace(exact)),
                Text { Pieces: var pieces } when pieces.Any(piece => piece is LiteralPiece) => new Constant(false),
                _ => Unknown.Value,
            };

    /// <summary><c>string.Create(43, state, (span, state) => …)</c></summary>
    static Value? Filled(Interpreter run, Call call)
    {
        if (call.Arguments is not [_, var state, { Value: Function fill }])
            return null;
        var span = run.Allocate(call.Place, AbstractObject.Of(null) with { Length = call.Int(0), IsBlank = true });
        run.Run(fill, span, state.Value);
        return run.ObjectOf(span) is { Drawn: var drawn, Sample: { IsText: true } letters }
            ? Interpreter.With(letters, drawn)
            : new Unknown(run.SourcesOf(span) | run.SourcesOf(state.Value));
    }

    static string? Searched(Call call) =>
        call.Arguments is not [{ Value: var wanted }, ..] ? null
        : wanted is Text { Exact: { Length: > 0 } text } ? text
        : (wanted as Constant)?.Content is char c ? c.ToString()
        : null;

    static char[]? Characters(Call call) =>
        call.Arguments.IsEmpty ? null : [.. call.Arguments.Select(argument => (argument.Value as Constant)?.Content).OfType<char>()];

    /// <summary><c>new string('x', 43)</c>, <c>new string(characters)</c>, <c>new string(characters, 0, 43)</c></summary>
    static Value? Create(Interpreter run, Call call)
    {
        if (
            call is { Arguments: [{ Value: Constant { Content: char letter } }, _] }
            && call.Int(1) is >= 0 and <= MostRepeated and var count
        )
            return Text.Literal(new string(letter, count), call.Place);
        var sources = call.Arguments.Aggregate(SourceSet.None, (all, argument) => all | run.SourcesOf(argument.Value));
        return new Unknown(sources) { Sample = SampleOfCreated(run, call) };
    }

    static SampledValue? SampleOfCreated(Interpreter run, Call call)
    {
        if (call.Arguments is not [var characters, ..] || run.SampleOf(characters.Value) is not { IsText: true } drawn)
            return null;
        if (call.Arguments.Length == 1)
            return drawn;
        // One character, drawn once, many times.
        if (call.Arguments.Length == 2 && drawn.LongestLength == 1)
            return call.Int(1) is >= 0 and <= MostRepeated and var count
                ? drawn.Then(StageKind.Edit, letter => new string(((string)letter)[0], count)) is { } repeated
                    ? repeated with
                    {
                        Alphabet = drawn.Alphabet,
                    }
                    : null
                : null;
        return call.Int(1) == 0 && call.Int(2) is { } end
            ? drawn.Cut(value => ((string)value).Substring(0, Math.Min(end, ((string)value).Length)))
            : null;
    }
}

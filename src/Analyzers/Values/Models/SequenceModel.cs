using System.Collections.Immutable;

namespace PkceAnalyzers.Values.Models;

/// <summary>Sequences of characters or octets.</summary>
static class SequenceModel
{
    /// <summary>The member of a sequence's object that each of its elements is like.</summary>
    public const string Each = "[*]";

    public static void Register(ModelTable table) =>
        table
            .Add(Repeat, "Repeat", "Range")
            .Add(Select, "Select")
            .Add(Aggregate, "Aggregate")
            .Add(ToCharArray, "ToCharArray")
            .Add(Same, "ToCharArray", "ToArray", "ToList", "AsEnumerable", "AsSpan", "AsMemory", "ToString", "AsBuffer")
            .Add(Where, "Where")
            .Add(Take, "Take")
            .Add(ElementAt, "ElementAt")
            .Add(First, "First", "FirstOrDefault")
            .Add(AllocateArray, "AllocateUninitializedArray", "AllocateArray");

    static Value? Repeat(Interpreter run, Call call)
    {
        if (call.OwnerName != nameof(Enumerable) || call.Arguments.Length != 2)
            return null;
        var each = call.Name == "Repeat" ? call.Arguments[0].Value : Unknown.Value;
        return run.Allocate(
            call.Place,
            AbstractObject.Of(call.Type) with
            {
                Length = call.Int(1),
                Drawn = run.SourcesOf(call.Arguments[1].Value),
                Members = ImmutableDictionary<string, Value>.Empty.Add(Each, each),
            }
        );
    }

    static Value? Select(Interpreter run, Call call) =>
        call is { Receiver: { Value: var items }, Arguments: [{ Value: Function function }] }
        && (run.ObjectOf(items)?.Members.ContainsKey(Each) == true || run.SampleOf(items) is { Given: null } or { Past.IsEmpty: false })
            ? run.Mapped(items, function)
            : null;

    static Value? Aggregate(Interpreter run, Call call)
    {
        if (
            call
            is not {
                Receiver: { } folded,
                Arguments: [{ Value: (Text { Exact: "" } or Reference) and var seed }, { Value: Function step }, ..]
            }
        )
            return null;
        if (run.SampleOf(folded.Value) is { Past.IsEmpty: false })
            return run.Each(folded.Value, element => Grown(run.Run(step, Text.Empty, element)));
        if (run.ObjectOf(folded.Value) is not { } counted || !counted.Members.TryGetValue(Each, out var each))
            return null;
        return Grown(run.Run(step, seed is Text ? seed : Text.Empty, each)) is { } grown && run.SampleOf(grown) is { IsText: true } once
            ? Interpreter.With(once.Times(counted.Length), run.SourcesOf(grown))
            : null;

        Value? Grown(Value? value) => value is Reference ? run.ObjectOf(value)?.Content : value;
    }

    static Value? ToCharArray(Interpreter run, Call call)
    {
        if (!call.Arguments.IsEmpty)
            return null;
        if (call.Receiver is { Value: Text { Exact: { Length: > 0 } letters } written })
            return run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Length = letters.Length, Content = written });
        return
            call.Receiver is { Value: Unknown { Sample: { IsText: true, HasLength: true } drawn, From: var origin } }
            && drawn.Shortest == drawn.LongestLength
            ? run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Length = drawn.Shortest, Sample = drawn, Drawn = origin })
            : null;
    }

    static Value? Same(Interpreter run, Call call) =>
        call is { Receiver.Value: var same, Arguments.IsEmpty: true }
        && (same is Unknown { Sample: not null } || run.ObjectOf(same) is { Sample: not null })
            ? same
            : null;

    static Value? Where(Interpreter run, Call call)
    {
        return call is { Receiver: { } sifted, Arguments: [{ Value: Function { Code: not null } predicate }] }
            ? run.Each(sifted.Value, element => Kept(element, predicate))
            : null;

        Value? Kept(Value element, Function predicate)
        {
            if (
                run.Run(predicate, element) is not { } kept
                || Interpreter.TruthOf(kept) is not { } truth
                || run.SampleOf(element) is not { IsText: true } letter
            )
                return null;
            var specimens = letter.Specimens.Zip(truth.Specimens, (one, holds) => (long)holds != 0 ? one : "");
            return Interpreter.With(letter with { Specimens = [.. specimens], Alphabet = null }, run.SourcesOf(element));
        }
    }

    static Value? Take(Interpreter run, Call call) =>
        call.Receiver is { } whole && call.Int(0) is { } count && run.SampleOf(whole.Value) is { IsOctets: true } octets
            ? Interpreter.With(octets.Cut(value => ((byte[])value).Take(count).ToArray())!, run.SourcesOf(whole.Value))
            : null;

    static Value? ElementAt(Interpreter run, Call call) =>
        call is { Receiver: { } list, Arguments: [{ Value: var index }] } ? run.ElementOf(list.Value, index) : null;

    static Value? First(Interpreter run, Call call) =>
        run.ObjectOf(call.Receiver?.Value)?.Members.TryGetValue("[0]", out var first) == true && call.Arguments.IsEmpty ? first : null;

    static Value? AllocateArray(Interpreter run, Call call) =>
        call.Type is null ? null : run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Length = call.Int(0) });
}

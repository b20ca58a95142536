using System.Collections.Immutable;

namespace PkceAnalyzers.Values.Models;

/// <summary>What <c>foreach</c> does to a list whose elements are known: it goes through them one by one.</summary>
static class EnumeratorModel
{
    const string List = "List";
    const string Position = "At";

    public static void Register(ModelTable table) => table.Add(GetEnumerator, "GetEnumerator").Add(MoveNext, "MoveNext");

    /// <summary>The element that an enumerator stands at; null where an object is none.</summary>
    public static Value? Current(Interpreter run, Value? enumerator)
    {
        if (run.ObjectOf(enumerator) is not { Members: var members } || !members.TryGetValue(List, out var list))
            return null;
        return run.ElementOf(list, members[Position]) ?? new Unknown(run.SourcesOf(list));
    }

    static Value? GetEnumerator(Interpreter run, Call call)
    {
        if (call.Receiver is not { Value: var list } || run.LengthOf(list) is null)
            return null;
        var isKnown =
            run.SampleOf(list) is not null
            || run.ObjectOf(list) is { } obj && (Interpreter.ElementsOf(obj) is not null || IsListOfTexts(obj));
        return isKnown
            ? run.Allocate(
                call.Place,
                AbstractObject.Of(null) with
                {
                    Members = ImmutableDictionary<string, Value>.Empty.Add(List, list).Add(Position, new Constant(-1)),
                }
            )
            : null;
    }

    static Value? MoveNext(Interpreter run, Call call)
    {
        if (
            call.Receiver is not { Value: Reference enumerator }
            || run.ObjectOf(enumerator) is not { } state
            || !state.Members.TryGetValue(List, out var list)
        )
            return null;
        if (
            !state.Members.TryGetValue(Position, out var at)
            || at is not Constant { Content: int position }
            || run.LengthOf(list) is not { } length
        )
            return Unknown.Value;
        run.Update(enumerator, state with { Members = state.Members.SetItem(Position, new Constant(position + 1)) });
        return new Constant(position + 1 < length);
    }

    static bool IsListOfTexts(AbstractObject list) =>
        list is { Parameters.IsEmpty: true, Content: null, Items: { Length: > 0 and <= Interpreter.MostElements } items }
        && items.All(item => item is Text { Pieces: not [OptionalPiece] });
}

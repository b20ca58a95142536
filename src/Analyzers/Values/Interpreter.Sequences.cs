using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Sequences of characters or octets, their elements and parts.</summary>
sealed partial class Interpreter
{
    /// <summary>Elements of longer sequences are not gone through one by one.</summary>
    const int MostEach = 128;

    /// <summary>Sequences of characters or octets.</summary>
    Value? ModelSequence(Call call)
    {
        switch (call.Name)
        {
            case "Repeat" or "Range" when OwnerName(call) == "Enumerable" && call.Arguments.Length == 2:
                var each = call.Name == "Repeat" ? call.Arguments[0].Value : Unknown.Value;
                return Allocate(
                    call.Place,
                    Entity.Of(call.Type) with
                    {
                        Length = Int(call, 1),
                        Drawn = SourcesOf(call.Arguments[1].Value),
                        Members = ImmutableDictionary<string, Value>.Empty.Add("[*]", each),
                    }
                );
            case "Select"
                when call.Receiver is { } items
                    && call.Arguments is [{ Value: Function function }]
                    && (
                        EntityOf(items.Value)?.Members.ContainsKey("[*]") == true
                        || SampleOf(items.Value) is { Given: null } or { Past.IsEmpty: false }
                    ):
                return Mapped(items.Value, function);
            case "Aggregate"
                when call.Receiver is { } folded
                    && call.Arguments is [{ Value: Text { Exact: "" } or Reference }, { Value: Function step }, ..]
                    && EntityOf(folded.Value) is { } counted
                    && counted.Members.ContainsKey("[*]"):
                var seed = call.Arguments[0].Value is Text ? call.Arguments[0].Value : Text.Empty;
                return
                    Run(step, seed, counted.Members["[*]"]) is { } grown
                    && SampleOf(grown is Reference ? EntityOf(grown)?.Content : grown) is { IsText: true } once
                    ? With(once.Times(counted.Length), SourcesOf(grown))
                    : null;
            case "ToCharArray" when call.Receiver is { Value: Text { Exact: { Length: > 0 } letters } written } && call.Arguments.IsEmpty:
                return Allocate(call.Place, Entity.Of(call.Type) with { Length = letters.Length, Content = written });
            case "ToCharArray"
                when call.Receiver is { Value: Unknown { Sample: { IsText: true, HasLength: true } drawn, From: var origin } }
                    && call.Arguments.IsEmpty
                    && drawn.Shortest == drawn.LongestLength:
                return Allocate(call.Place, Entity.Of(call.Type) with { Length = drawn.Shortest, Sample = drawn, Drawn = origin });
            case "ToCharArray"
            or "ToArray"
            or "ToList"
            or "AsEnumerable"
            or "AsSpan"
            or "AsMemory"
            or "ToString"
            or "AsBuffer"
                when call.Receiver is { Value: var same }
                    && call.Arguments.IsEmpty
                    && (same is Unknown { Sample: not null } || EntityOf(same) is { Sample: not null }):
                return same;
            case "Where" when call.Receiver is { } sifted && call.Arguments is [{ Value: Function { Code: not null } predicate }]:
                return Each(
                    sifted.Value,
                    element =>
                        Run(predicate, element) is { } kept && TruthOf(kept) is { } truth && SampleOf(element) is { IsText: true } letter
                            ? With(
                                letter with
                                {
                                    Specimens = [.. letter.Specimens.Zip(truth.Specimens, (one, holds) => (long)holds != 0 ? one : "")],
                                    Alphabet = null,
                                },
                                SourcesOf(element)
                            )
                            : null
                );
            case "Take" when call.Receiver is { } cut && Int(call, 0) is { } count && SampleOf(cut.Value) is { IsOctets: true } octets:
                return With(octets.Cut("Take", value => ((byte[])value).Take(count).ToArray())!, SourcesOf(cut.Value));
            case "CopyToByteArray" when call.Arguments.Length == 2 && SampleOf(call.Arguments[0].Value) is { } copied:
                Assign(call.Arguments[1].Operation, With(copied, SourcesOf(call.Arguments[0].Value)), call.Place);
                return Unknown.Value;
            case "CreateFromByteArray" when call.Arguments.Length == 1 && SampleOf(call.Arguments[0].Value) is { } buffer:
                return With(buffer, SourcesOf(call.Arguments[0].Value));
            case "ElementAt" when call.Receiver is { } indexed && call.Arguments.Length == 1:
                return ElementOf(indexed.Value, call.Arguments[0].Value);
            case "First"
            or "FirstOrDefault"
                when EntityOf(call.Receiver?.Value)?.Members.TryGetValue("[0]", out var first) == true && call.Arguments.IsEmpty:
                return first;
            case "AllocateUninitializedArray" or "AllocateArray" when call.Type is not null:
                return Allocate(call.Place, Entity.Of(call.Type) with { Length = Int(call, 0) });
            case "GetEnumerator"
                when call.Receiver is { Value: var listed }
                    && LengthOf(listed) is not null
                    && (
                        SampleOf(listed) is not null
                        || EntityOf(listed) is { } gone && (ElementsOf(gone) is not null || IsListOfTexts(gone))
                    ):
                return Allocate(
                    call.Place,
                    Entity.Of(null) with
                    {
                        Members = ImmutableDictionary<string, Value>.Empty.Add("List", listed).Add("At", new Constant(-1)),
                    }
                );
            case "MoveNext"
                when call.Receiver is { Value: Reference enumerator }
                    && EntityOf(enumerator) is { } state
                    && state.Members.TryGetValue("List", out var inner):
                if (
                    !state.Members.TryGetValue("At", out var at)
                    || at is not Constant { Content: int position }
                    || LengthOf(inner) is not { } length
                )
                    return Unknown.Value;
                Update(enumerator, state with { Members = state.Members.SetItem("At", new Constant(position + 1)) });
                return new Constant(position + 1 < length);
            default:
                return null;
        }
    }

    static bool IsListOfTexts(Entity list) =>
        list is { Parameters.IsEmpty: true, Content: null, Items: { Length: > 0 and <= MostElements } items }
        && items.All(item => item is Text { Pieces: not [OptionalPiece] });

    Value? Mapped(Value items, Function function)
    {
        // What is read out of a text is not the same at each place.
        if (SampleOf(items) is { Past.IsEmpty: false })
            return Each(items, element => Run(function, element));
        var list = EntityOf(items);
        var element = list?.Members.TryGetValue("[*]", out var each) == true ? each : ElementOf(items, Unknown.Value) ?? Unknown.Value;
        if (Run(function, element) is not { } result || SampleOf(result) is not { } sample)
            return null;
        return With(sample.Times(LengthOf(items)), SourcesOf(result) | SourcesOf(items));
    }

    /// <summary>The text of what is made of each element in turn; null where that is not known of all.</summary>
    Value? Each(Value items, Func<Value, Value?> make)
    {
        if (LengthOf(items) is not ({ } length and <= MostEach))
            return null;
        var (whole, sources) = (Sample.Fixed(""), SourcesOf(items));
        for (var i = 0; i < length; i++)
        {
            if (
                ElementOf(items, new Constant(i)) is not { } element
                || make(element) is not { } made
                || SampleOf(made) is not { IsText: true } part
                || Sample.Concat(whole, part) is not { } longer
            )
                return null;
            (whole, sources) = (longer, sources | SourcesOf(made));
        }
        return With(whole, sources);
    }

    Value? Run(Function function, params Value[] arguments)
    {
        if (function.Code is not { } lambda)
            return arguments.Length == 1
                ? RunSource(
                    function.Method,
                    null,
                    [.. arguments.Select((value, i) => new Argument(value, null!, function.Method.Parameters.ElementAtOrDefault(i)))],
                    function.Owner.Graph.OriginalOperation.Syntax
                )
                : null;
        return RunLambda(lambda, function.Owner, [.. arguments.Select(value => new Argument(value, lambda, null))]);
    }

    /// <summary>An element of a text, or of an array of octets or characters; null where that is not known.</summary>
    Value? ElementOf(Value list, Value index)
    {
        if (list is Unknown { Sample: null } or Choice or Sequence)
            return null;
        if (EntityOf(list)?.Members.TryGetValue("[0]", out var first) == true && index is Constant { Content: 0 })
            return first;
        if (PairAt(list, index) is { } pair)
            return pair;
        if (
            EntityOf(list) is { Parameters.IsEmpty: true, Items: { IsEmpty: false } items }
            && index is Constant { Content: int position }
            && position >= 0
            && position < items.Length
        )
            return items[position];
        var place = SampleOf(index);
        if (AlphabetOf(list) is { } alphabet)
            return place is { IsNumber: true } || !SourcesOf(index).Items.IsEmpty
                ? With(Picked(alphabet, place ?? Sample.Octets(null)), SourcesOf(list) | SourcesOf(index))
                : null;
        if (SampleOf(list) is not { } sample || sample.IsNumber)
            return null;
        var at = (index as Constant)?.Content as int?;
        // Anywhere in what is drawn is like anywhere else; in what was made of it, it is not.
        if (at is null ? sample.IsHashed : at < 0 || at >= sample.Shortest)
            return null;
        var share = sample.Bits is { } bits && sample.LongestLength > 0 ? bits / sample.LongestLength : (double?)null;
        var one = sample with { Bits = share, Range = sample.IsOctets ? (0, 256) : default, HasLength = true };
        return With(
            one with
            {
                Specimens = [.. sample.Specimens.Select((whole, k) => ItemOf(whole, at ?? k % Math.Max(1, sample.Shortest)))],
            },
            SourcesOf(list) | SourcesOf(index)
        );

        static object ItemOf(object whole, int at) => whole is string text ? text[at].ToString() : (object)(long)((byte[])whole)[at];
    }

    /// <summary>Writes an element that is drawn, or read out of a text, to an array.</summary>
    bool Fill(Reference array, Value index, Value element)
    {
        if (
            EntityOf(array) is not { Items.IsEmpty: true } entity
            || element is not Unknown && entity is { Sample: null, Content: null }
            || SampleOf(element) is not { } sample
            || sample is { IsText: true, LongestLength: not 1 } or { IsOctets: true }
        )
            return false;
        var filled =
            (index as Constant)?.Content is int at && entity.Length is { } length && at >= 0 && at < length
                ? (
                    entity.Sample
                    ?? (!sample.IsText ? Sample.Zeros(length) : Sample.Fixed((entity.Content as Text)?.Exact ?? new string('\0', length)))
                ).With(at, sample)
            // At a place that is not known: drawn ones are all alike.
            : sample is { Given: null, Past.IsEmpty: true } && element is Unknown ? sample.Times(entity.Length)
            : null;
        Update(array, entity with { Drawn = entity.Drawn | SourcesOf(element), Sample = filled });
        return true;
    }

    /// <summary>A part of a text or of octets, by constant bounds: <c>text[..43]</c>; null for any other.</summary>
    Value? Sliced(Value whole, IOperation range)
    {
        if (
            Unwrap(range) is not IRangeOperation { LeftOperand: var from, RightOperand: var to }
            || SampleOf(whole) is not { IsNumber: false } sample
            || whole is Text { CarriesParameters: true }
        )
            return null;
        var (start, end) = (Bound(from, (0, false)), Bound(to, (0, true)));
        if (start is not { } first || end is not { } last)
            return null;
        var cut = sample.Cut(
            "Substring",
            value =>
                value switch
                {
                    string text when Bounds(text.Length) is var (at, count) => text.Substring(at, count),
                    byte[] octets when Bounds(octets.Length) is var (at, count) => octets.AsSpan(at, count).ToArray(),
                    _ => null,
                }
        );
        return cut is null ? null
            : cut is { Bits: 0, Given: null, IsText: true, Past.Length: 1 } ? Text.Literal((string)cut.Specimens[0], range.Syntax)
            : With(cut, SourcesOf(whole));

        (int At, bool FromEnd)? Bound(IOperation? operand, (int, bool) open) =>
            operand is null ? open
            : Unwrap(operand) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var back }
                ? Evaluate(back) is Constant { Content: int count } ? (count, true)
                    : null
            : Evaluate(Unwrap(operand)) is Constant { Content: int index } ? (index, false)
            : null;

        (int, int)? Bounds(int length)
        {
            var (at, until) = (first.FromEnd ? length - first.At : first.At, last.FromEnd ? length - last.At : last.At);
            return at >= 0 && at <= until && until <= length ? (at, until - at) : null;
        }
    }

    /// <summary>How many elements or characters there are.</summary>
    int? LengthOf(Value receiver) =>
        receiver switch
        {
            Reference when EntityOf(receiver) is { Length: { } length } => length,
            Text { Exact: { } text } => text.Length,
            _ => SampleOf(receiver) is { HasLength: true, IsNumber: false } sample && sample.Shortest == sample.LongestLength
                ? sample.Shortest
                : null,
        };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values.Models;

namespace PkceAnalyzers.Values;

/// <summary>Sequences of characters or octets, their elements and parts.</summary>
sealed partial class Interpreter
{
    /// <summary>Elements of longer sequences are not gone through one by one.</summary>
    const int MostEach = 128;

    internal Value? Mapped(Value items, Function function)
    {
        // What is read out of a text is not the same at each place.
        if (SampleOf(items) is { Past.IsEmpty: false })
            return Each(items, element => Run(function, element));
        var list = ObjectOf(items);
        var element =
            list?.Members.TryGetValue(SequenceModel.Each, out var each) == true ? each : ElementOf(items, Unknown.Value) ?? Unknown.Value;
        if (Run(function, element) is not { } result || SampleOf(result) is not { } sample)
            return null;
        return With(sample.Times(LengthOf(items)), SourcesOf(result) | SourcesOf(items));
    }

    /// <summary>The text of what is made of each element in turn; null where that is not known of all.</summary>
    internal Value? Each(Value items, Func<Value, Value?> make)
    {
        if (LengthOf(items) is not ({ } length and <= MostEach))
            return null;
        var (whole, sources) = (SampledValue.Fixed(""), SourcesOf(items));
        for (var i = 0; i < length; i++)
        {
            if (
                ElementOf(items, new Constant(i)) is not { } element
                || make(element) is not { } made
                || SampleOf(made) is not { IsText: true } part
                || SampledValue.Concat(whole, part) is not { } longer
            )
                return null;
            (whole, sources) = (longer, sources | SourcesOf(made));
        }
        return With(whole, sources);
    }

    internal Value? Run(Function function, params Value[] arguments)
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
    internal Value? ElementOf(Value list, Value index)
    {
        if (list is Unknown { Sample: null } or Choice or Sequence)
            return null;
        if (Scenario is not null && index is Constant { Content: int known } && ExactOf(list) is { } whole)
            return ItemAt(whole, known, SourcesOf(list));
        if (ObjectOf(list)?.Members.TryGetValue("[0]", out var first) == true && index is Constant { Content: 0 })
            return first;
        if (PairAt(list, index) is { } pair)
            return pair;
        if (
            ObjectOf(list) is { Parameters.IsEmpty: true, Items: { IsEmpty: false } items }
            && index is Constant { Content: int position }
            && position >= 0
            && position < items.Length
        )
            return items[position];
        var place = SampleOf(index);
        if (AlphabetOf(list) is { } alphabet)
            return place is { IsHashed: true } ? Unknown.Value // A letter for a part of a digest encodes it.
                : place is { IsNumber: true } || SourcesOf(index).Items.Any(source => source.Kind != SourceKind.Caller)
                    ? With(Picked(alphabet, place ?? SampledValue.Octets(null)), SourcesOf(list) | SourcesOf(index))
                : null;
        if (SampleOf(list) is not { } sample || sample.IsNumber)
            return null;
        var at = (index as Constant)?.Content as int?;
        // Anywhere in what is drawn is like anywhere else; in what was made of it, it is not.
        if (at is null && sample.IsHashed)
            return Unknown.Value;
        if (at is null ? sample.Shortest == 0 : at < 0 || at >= sample.Shortest)
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

        static Value? ItemAt(object whole, int at, SourceSet from) =>
            at < 0 || at >= SampledValue.LengthOf(whole)
                ? null
                : new Constant(whole is string text ? text[at] : (int)((byte[])whole)[at]) { From = from };

        static object ItemOf(object whole, int at) => whole is string text ? text[at].ToString() : (object)(long)((byte[])whole)[at];
    }

    /// <summary>Writes an element that is drawn, or read out of a text, to an array.</summary>
    bool Fill(Reference array, Value index, Value element)
    {
        if (ObjectOf(array) is not { Items.IsEmpty: true } obj)
            return false;
        if (obj.Sample is not null && element is Unknown { Sample: null })
        {
            Update(array, obj with { Sample = null });
            return true;
        }
        if (
            element is not Unknown && obj is { Sample: null, Content: null }
            || SampleOf(element) is not { } sample
            || sample is { IsText: true, LongestLength: not 1 } or { IsOctets: true }
        )
            return false;
        var filled =
            (index as Constant)?.Content is int at && obj.Length is { } length && at >= 0 && at < length
                ? (
                    obj.Sample
                    ?? (
                        !sample.IsText
                            ? SampledValue.Zeros(length)
                            : SampledValue.Fixed((obj.Content as Text)?.Exact ?? new string('\0', length))
                    )
                ).With(at, sample)
            // At a place that is not known: drawn ones are all alike.
            : sample is { Given: null, Past.IsEmpty: true } && element is Unknown ? sample.Times(obj.Length)
            : null;
        Update(array, obj with { Drawn = obj.Drawn | SourcesOf(element), Sample = filled, IsBlank = false });
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
        var cut = sample.Cut(value =>
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
    internal int? LengthOf(Value receiver) =>
        receiver switch
        {
            Reference when ObjectOf(receiver) is { Length: { } length } => length,
            Text { Exact: { } text } => text.Length,
            _ => SampleOf(receiver) is { HasLength: true, IsNumber: false } sample && sample.Shortest == sample.LongestLength
                ? sample.Shortest
                : null,
        };

    /// <summary>No request has as many parameters.</summary>
    internal const int MostElements = 32;

    /// <summary>The pairs of a set that is wholly known, each with the code that put it there; null of any other.</summary>
    internal static ImmutableArray<(Value Element, Entry Entry)>? ElementsOf(AbstractObject obj) =>
        obj
            is {
                Items.IsEmpty: true,
                Parameters: { Open.IsEmpty: true, Cases.IsEmpty: true, Parameters: { Length: > 0 and <= MostElements } parameters }
            }
        && parameters.All(parameter => parameter.Always)
            ?
            [
                .. parameters.Select(parameter =>
                    (
                        (Value)new Sequence([Text.Literal(parameter.Name, parameter.Entry.Name ?? parameter.Place), parameter.Value]),
                        parameter.Entry
                    )
                ),
            ]
            : null;

    /// <summary>An element of a set of pairs by its position.</summary>
    Value? PairAt(Value list, Value index) =>
        ObjectOf(list) is { } obj
        && index is Constant { Content: int position and >= 0 }
        && ElementsOf(obj) is { } pairs
        && position < pairs.Length
            ? pairs[position].Element
            : null;
}

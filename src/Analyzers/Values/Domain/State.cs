using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>What is known at one point of the program: the variables and the objects.</summary>
sealed record State(ImmutableDictionary<Variable, Value> Variables, ImmutableDictionary<ObjectId, AbstractObject> Heap)
{
    /// <summary>The specimens that lead to this point.</summary>
    public SampleMask Mask { get; init; } = SampleMask.All;

    public static readonly State Empty = new(
        ImmutableDictionary<Variable, Value>.Empty,
        ImmutableDictionary<ObjectId, AbstractObject>.Empty
    );

    public State With(Variable variable, Value value) => this with { Variables = Variables.SetItem(variable, value) };

    public State With(ObjectId id, AbstractObject obj) => this with { Heap = Heap.SetItem(id, obj) };

    /// <summary>Without the variables of an activation that has ended.</summary>
    public State Without(Frame frame) =>
        this with
        {
            Variables = Variables.RemoveRange(Variables.Keys.Where(variable => ReferenceEquals(variable.Frame, frame))),
        };

    /// <summary>What is known where two paths meet. When <paramref name="widen"/> is set, what differs becomes unknown,
    /// so that loops come to an end.</summary>
    public static State Join(State one, State other, bool widen)
    {
        if (ReferenceEquals(one, other))
            return one;
        var mask = one.Mask | other.Mask;
        Func<Value, Value, Value> join =
            one.Mask.IsApartFrom(other.Mask) ? (a, b) => one.Mask.Join(a, other.Mask, b) ?? Choice.Of(a, b)
            : widen ? Choice.Widened
            : Choice.Of;
        var variables = one.Variables;
        if (!ReferenceEquals(one.Variables, other.Variables))
        {
            foreach (var pair in other.Variables)
            {
                if (!variables.TryGetValue(pair.Key, out var value))
                    variables = variables.Add(pair.Key, pair.Value);
                else if (!ReferenceEquals(value, pair.Value) && !value.Equals(pair.Value))
                    variables = variables.SetItem(pair.Key, join(value, pair.Value));
            }
        }
        var heap = one.Heap;
        if (!ReferenceEquals(one.Heap, other.Heap))
        {
            foreach (var pair in other.Heap)
            {
                if (!heap.TryGetValue(pair.Key, out var obj))
                    heap = heap.Add(pair.Key, pair.Value);
                else if (!ReferenceEquals(obj, pair.Value) && !obj.Equals(pair.Value))
                    heap = heap.SetItem(pair.Key, AbstractObject.Join(obj, pair.Value, join, JoinedSample(obj.Sample, pair.Value.Sample)));
            }
        }
        return ReferenceEquals(variables, one.Variables) && ReferenceEquals(heap, one.Heap) && mask == one.Mask
            ? one
            : new State(variables, heap) { Mask = mask };

        SampledValue? JoinedSample(SampledValue? a, SampledValue? b) =>
            a is null || b is null ? a ?? b
            : one.Mask.IsApartFrom(other.Mask) ? one.Mask.Join(a, other.Mask, b)
            : SampledValue.Join(a, b, widen);
    }
}

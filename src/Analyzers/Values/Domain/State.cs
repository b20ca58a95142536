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
        var variables = Joined(one.Variables, other.Variables, join);
        var heap = Joined(one.Heap, other.Heap, (a, b) => AbstractObject.Join(a, b, join, JoinedSample(a.Sample, b.Sample)));
        return ReferenceEquals(variables, one.Variables) && ReferenceEquals(heap, one.Heap) && mask == one.Mask
            ? one
            : new State(variables, heap) { Mask = mask };

        SampledValue? JoinedSample(SampledValue? a, SampledValue? b) =>
            a is null || b is null ? a ?? b
            : one.Mask.IsApartFrom(other.Mask) ? one.Mask.Join(a, other.Mask, b)
            : SampledValue.Join(a, b, widen);
    }

    /// <summary>What is in either of two maps; <paramref name="one"/> itself where the other adds nothing to it.</summary>
    static ImmutableDictionary<TKey, T> Joined<TKey, T>(
        ImmutableDictionary<TKey, T> one,
        ImmutableDictionary<TKey, T> other,
        Func<T, T, T> join
    )
        where TKey : notnull
        where T : class
    {
        if (ReferenceEquals(one, other))
            return one;
        ImmutableDictionary<TKey, T>.Builder? joined = null;
        foreach (var pair in other)
        {
            if (!one.TryGetValue(pair.Key, out var value))
                (joined ??= one.ToBuilder()).Add(pair.Key, pair.Value);
            else if (!ReferenceEquals(value, pair.Value) && !value.Equals(pair.Value))
                (joined ??= one.ToBuilder())[pair.Key] = join(value, pair.Value);
        }
        return joined?.ToImmutable() ?? one;
    }
}

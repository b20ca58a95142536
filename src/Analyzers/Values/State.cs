using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>An object by the expression that makes it and the calls through which that expression was reached.</summary>
readonly record struct ObjectId(SyntaxNode Place, int Calls);

/// <summary>A local, parameter or flow capture of one activation of a member.</summary>
readonly record struct Variable(Frame Frame, object Symbol)
{
    public bool Equals(Variable other) =>
        ReferenceEquals(Frame, other.Frame)
        && (
            Symbol is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, other.Symbol as ISymbol) : Symbol.Equals(other.Symbol)
        );

    public override int GetHashCode() =>
        Symbol is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : Symbol.GetHashCode();
}

/// <summary>What is known at one point of the program: the variables and the objects.</summary>
sealed record State(ImmutableDictionary<Variable, Value> Variables, ImmutableDictionary<ObjectId, Entity> Heap)
{
    /// <summary>The specimens that lead to this point.</summary>
    public Worlds Worlds { get; init; } = Worlds.All;

    public static readonly State Empty = new(ImmutableDictionary<Variable, Value>.Empty, ImmutableDictionary<ObjectId, Entity>.Empty);

    public State With(Variable variable, Value value) => this with { Variables = Variables.SetItem(variable, value) };

    public State With(ObjectId id, Entity entity) => this with { Heap = Heap.SetItem(id, entity) };

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
        var worlds = one.Worlds | other.Worlds;
        Func<Value, Value, Value> join =
            one.Worlds.IsApartFrom(other.Worlds) ? (a, b) => one.Worlds.Join(a, other.Worlds, b) ?? Choice.Of(a, b)
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
                if (!heap.TryGetValue(pair.Key, out var entity))
                    heap = heap.Add(pair.Key, pair.Value);
                else if (!ReferenceEquals(entity, pair.Value) && !entity.Equals(pair.Value))
                    heap = heap.SetItem(pair.Key, Entity.Join(entity, pair.Value, join, JoinedSample(entity.Sample, pair.Value.Sample)));
            }
        }
        return ReferenceEquals(variables, one.Variables) && ReferenceEquals(heap, one.Heap) && worlds == one.Worlds
            ? one
            : new State(variables, heap) { Worlds = worlds };

        Sample? JoinedSample(Sample? a, Sample? b) =>
            a is null || b is null ? a ?? b
            : one.Worlds.IsApartFrom(other.Worlds) ? one.Worlds.Join(a, other.Worlds, b)
            : Sample.Join(a, b, widen);
    }
}

/// <summary>An object: whatever the program has put into it.</summary>
/// <param name="Type">Its type; null where it does not resolve.</param>
/// <param name="Parameters">The name/value pairs added to it.</param>
/// <param name="Content">Its text (of a StringBuilder, a Uri, the base of a UriBuilder).</param>
/// <param name="Members">Values of fields and properties, by name.</param>
/// <param name="Items">Elements that are not name/value pairs.</param>
/// <param name="Drawn">Where its content was drawn from (an array of random octets).</param>
sealed record Entity(
    ITypeSymbol? Type,
    ParameterSet Parameters,
    Value? Content,
    ImmutableDictionary<string, Value> Members,
    ImmutableArray<Value> Items,
    SourceSet Drawn
)
{
    const int MostItems = 128;

    /// <summary>What its octets or characters look like, where they were drawn.</summary>
    public Sample? Sample { get; init; }

    /// <summary>How many elements an array has; null where that is not known, or it is no array.</summary>
    public int? Length { get; init; }

    public static Entity Of(ITypeSymbol? type) =>
        new(type is IErrorTypeSymbol ? null : type, ParameterSet.Empty, null, ImmutableDictionary<string, Value>.Empty, [], SourceSet.None);

    /// <summary>Whether it holds name/value pairs, or a text that does.</summary>
    public bool CarriesParameters =>
        !Parameters.Parameters.IsEmpty || Content?.Alternatives.Any(text => text is Text { CarriesParameters: true }) == true;

    public Entity With(Value item, SyntaxNode place) =>
        Items.Length >= MostItems ? this with { Parameters = Parameters.OpenedBy(place) } : this with { Items = Items.Add(item) };

    public static Entity Join(Entity one, Entity other, Func<Value, Value, Value> join, Sample? sample)
    {
        Value? Merge(Value? a, Value? b) =>
            a is null ? b
            : b is null ? a
            : join(a, b);
        var members = one.Members;
        foreach (var pair in other.Members)
            members = members.SetItem(pair.Key, members.TryGetValue(pair.Key, out var value) ? Merge(value, pair.Value)! : pair.Value);
        return one with
        {
            Parameters = ParameterSet.Join(one.Parameters, other.Parameters),
            Content = Merge(one.Content, other.Content),
            Members = members,
            Items = JoinItems(one.Items, other.Items),
            Drawn = one.Drawn | other.Drawn,
            Sample = sample,
            Length = one.Length == other.Length ? one.Length : null,
        };
    }

    /// <summary>What only one path adds is optional.</summary>
    static ImmutableArray<Value> JoinItems(ImmutableArray<Value> one, ImmutableArray<Value> other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return
        [
            .. longer.Select(
                (item, i) =>
                    i < shorter.Length || item is not Text { Pieces: not [OptionalPiece] } text ? item : new Text([new OptionalPiece(text)])
            ),
        ];
    }

    public bool Equals(Entity? other) =>
        other is not null
        && Parameters.Equals(other.Parameters)
        && Equals(Content, other.Content)
        && Items.SequenceEqual(other.Items)
        && Equals(Sample, other.Sample)
        && Length == other.Length
        && Drawn.Equals(other.Drawn)
        && Members.Count == other.Members.Count
        && Members.All(pair => other.Members.TryGetValue(pair.Key, out var value) && pair.Value.Equals(value));

    public override int GetHashCode() => Members.Count;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>An object: whatever the program has put into it.</summary>
/// <param name="Type">Its type; null where it does not resolve.</param>
/// <param name="Parameters">The name/value pairs added to it.</param>
/// <param name="Content">Its text (of a StringBuilder, a Uri, the base of a UriBuilder).</param>
/// <param name="Members">Values of fields and properties, by name.</param>
/// <param name="Items">Elements that are not name/value pairs.</param>
/// <param name="Drawn">Where its content was drawn from (an array of random octets).</param>
sealed record AbstractObject(
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
    public SampledValue? Sample { get; init; }

    /// <summary>Whether it is an array as it was made: nothing was written to it, and no unknown code was given it.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Whether code that is not looked into gave it, and may have made what it holds unreadable.</summary>
    public bool IsSealed { get; init; }

    /// <summary>How many elements an array has; null where that is not known, or it is no array.</summary>
    public int? Length { get; init; }

    public static AbstractObject Of(ITypeSymbol? type) =>
        new(type is IErrorTypeSymbol ? null : type, ParameterSet.Empty, null, ImmutableDictionary<string, Value>.Empty, [], SourceSet.None);

    /// <summary>Whether it holds name/value pairs, or a text that does.</summary>
    public bool CarriesParameters =>
        !Parameters.Parameters.IsEmpty || Content?.Alternatives.Any(text => text is Text { CarriesParameters: true }) == true;

    public AbstractObject With(Value item, SyntaxNode place) =>
        Items.Length >= MostItems ? this with { Parameters = Parameters.OpenedBy(place) } : this with { Items = Items.Add(item) };

    public static AbstractObject Join(AbstractObject one, AbstractObject other, Func<Value, Value, Value> join, SampledValue? sample)
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
            IsBlank = one.IsBlank && other.IsBlank,
            IsSealed = one.IsSealed || other.IsSealed,
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

    public bool Equals(AbstractObject? other) =>
        other is not null
        && Parameters.Equals(other.Parameters)
        && Equals(Content, other.Content)
        && Items.SequenceEqual(other.Items)
        && Equals(Sample, other.Sample)
        && Length == other.Length
        && IsBlank == other.IsBlank
        && IsSealed == other.IsSealed
        && Drawn.Equals(other.Drawn)
        && Members.Count == other.Members.Count
        && Members.All(pair => other.Members.TryGetValue(pair.Key, out var value) && pair.Value.Equals(value));

    public override int GetHashCode() => Members.Count;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What is known of a value at a point of the program. Immutable; equal when the same is known.</summary>
abstract record Value
{
    /// <summary>Where the value's content came from, as far as rules ask for it; a bounded set.</summary>
    public virtual SourceSet Sources => SourceSet.None;

    /// <summary>The values it may be: itself, or the members of a <see cref="Choice"/>.</summary>
    public virtual ImmutableArray<Value> Alternatives => [this];
}

/// <summary>A value of which only the origin is known. Unknown is an ordinary answer.</summary>
/// <param name="From">The sources that it was computed from.</param>
/// <param name="Encoded">Whether it was percent-encoded, so that it cannot hold further parameters.</param>
sealed record Unknown(SourceSet From, bool Encoded = false) : Value
{
    public static readonly Unknown Value = new(SourceSet.None);

    /// <summary>What it looks like, where it is drawn or encoded in a way that is followed.</summary>
    public Sample? Sample { get; init; }

    public override SourceSet Sources => From;
}

/// <summary>A member of an enum: written out by its name.</summary>
sealed record EnumMember(string Name, object? Content) : Value;

/// <summary>A constant that is not a string: null, a number, a truth value, a character.</summary>
sealed record Constant(object? Content) : Value
{
    public static readonly Constant Null = new((object?)null);
}

/// <summary>An object on the heap of the <see cref="State"/>.</summary>
sealed record Reference(ObjectId Id) : Value;

/// <summary>A tuple, a key/value pair, or the elements of one.</summary>
sealed record Sequence(ImmutableArray<Value> Items) : Value
{
    public override SourceSet Sources => Items.Aggregate(SourceSet.None, (all, item) => all | item.Sources);

    public bool Equals(Sequence? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}

/// <summary>A lambda, local function or method group.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Code">The lambda's code; null for a method.</param>
/// <param name="Owner">The activation that made it.</param>
/// <param name="Result">What the body gives, executed where the function was made.</param>
sealed record Function(IMethodSymbol Method, IFlowAnonymousFunctionOperation? Code, Frame Owner, Value Result) : Value
{
    public override SourceSet Sources => Result.Sources;
}

/// <summary>One of a few values, from paths that met. At most <see cref="Most"/>; more become <see cref="Unknown"/>.</summary>
sealed record Choice : Value
{
    const int Most = 8;

    readonly ImmutableArray<Value> _values;

    Choice(ImmutableArray<Value> values) => _values = values;

    public override ImmutableArray<Value> Alternatives => _values;

    public override SourceSet Sources => _values.Aggregate(SourceSet.None, (all, value) => all | value.Sources);

    public static Value Of(Value one, Value other)
    {
        if (one.Equals(other))
            return one;
        // url.Contains('?') ? "&" : "?": either begins a parameter, and two texts for each would be many.
        if (Separator(one) is { } before && Separator(other) is { } after && before != after)
            return before == '&' ? one : other;
        var values = one.Alternatives;
        foreach (var value in other.Alternatives)
        {
            if (values.Contains(value))
                continue;
            // if (b) url += "&x=1": one text with a part that may be there, so that ten such lines are no thousand texts.
            var joined = value is Text text
                ? values
                    .OfType<Text>()
                    .Select(known => (Known: known, Joined: Text.Join(known, text)))
                    .FirstOrDefault(pair => pair.Joined is not null)
                : default;
            values = joined.Joined is null ? values.Add(value) : values.Replace(joined.Known, joined.Joined);
        }
        return values.Length > Most ? new Unknown(one.Sources | other.Sources) : new Choice(values).Simplified();
    }

    static char? Separator(Value value) =>
        value switch
        {
            Text { Exact: "?" or "&" } text => text.Exact[0],
            Constant { Content: '?' or '&' } constant => (char)constant.Content,
            _ => null,
        };

    /// <summary>As <see cref="Of"/>, but so that it comes to an end when it is repeated.</summary>
    public static Value Widened(Value one, Value other) =>
        one is Text text && other is Text grown ? Text.Widen(text, grown)
        : one.Equals(other) ? one
        : new Unknown(one.Sources | other.Sources)
        {
            Sample = Sample.Join((one as Unknown)?.Sample, (other as Unknown)?.Sample, widen: true),
        };

    /// <summary>The value that <paramref name="map"/> makes of each alternative.</summary>
    public static Value Map(Value value, Func<Value, Value> map) =>
        value switch
        {
            Choice choice => choice._values.Select(map).Aggregate(Of),
            _ => map(value),
        };

    /// <summary>Every combination of the alternatives of two values; the second becomes unknown when there are too many.</summary>
    public static Value Combine(Value one, Value other, Func<Value, Value, Value> combine)
    {
        if (one is not Choice && other is not Choice)
            return combine(one, other);
        if (one.Alternatives.Length * other.Alternatives.Length > Most)
            other = new Unknown(other.Sources);
        return Map(one, left => Map(other, right => combine(left, right)));
    }

    // Several unknowns are one unknown.
    Value Simplified()
    {
        if (_values.Count(value => value is Unknown) < 2)
            return _values.Length == 1 ? _values[0] : this;
        var known = _values.RemoveAll(value => value is Unknown);
        var unknown = new Unknown(
            _values.Where(value => value is Unknown).Aggregate(SourceSet.None, (all, value) => all | value.Sources),
            _values.OfType<Unknown>().All(value => value.Encoded)
        )
        {
            Sample = _values.OfType<Unknown>().Select(value => value.Sample).Aggregate((one, other) => Sample.Join(one, other)),
        };
        return known.IsEmpty ? unknown : new Choice(known.Add(unknown));
    }

    public bool Equals(Choice? other) => other is not null && _values.Length == other._values.Length && _values.All(other._values.Contains);

    public override int GetHashCode() => _values.Length;
}

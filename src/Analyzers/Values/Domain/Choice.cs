using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

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
            Sample = SampledValue.Join((one as Unknown)?.Sample, (other as Unknown)?.Sample, widen: true),
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
            Sample = _values.OfType<Unknown>().Select(value => value.Sample).Aggregate((one, other) => SampledValue.Join(one, other)),
        };
        return known.IsEmpty ? unknown : new Choice(known.Add(unknown));
    }

    public bool Equals(Choice? other) => other is not null && _values.Length == other._values.Length && _values.All(other._values.Contains);

    public override int GetHashCode() => _values.Length;
}

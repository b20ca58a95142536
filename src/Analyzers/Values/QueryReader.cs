using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>Reads the parameters out of a text such as a URL with a query, a query string or a form body.</summary>
static class QueryReader
{
    /// <param name="Endpoint">What stands before the query; empty where the text is all query.</param>
    /// <param name="Set">The parameters.</param>
    public readonly record struct Result(Text Endpoint, ParameterSet Set);

    public static Result Read(Text text)
    {
        if (JsonText.Is(text))
            return new Result(Text.Empty, JsonText.Read(text));
        var (endpoint, query) = Split(text);
        // What is there on some paths only is read by itself: it goes on where a parameter has ended, or it is part of a value.
        var options = query
            .Pieces.OfType<OptionalPiece>()
            .Select(option => option.Content)
            .Where(option => option.CarriesParameters)
            .ToList();
        query = new Text(query.Pieces.RemoveAll(piece => piece is OptionalPiece { Content.CarriesParameters: true }));
        var set = ParameterSet.Empty;
        var segments = Segments(query).ToList();
        for (var i = 0; i < segments.Count; i++)
            set = Add(set, segments[i], isFirst: i == 0 && endpoint.Pieces.IsEmpty, isLast: i == segments.Count - 1);
        foreach (var option in options.Select(option => Read(option).Set))
            set = option
                .Parameters.Where(parameter => !set.Has(parameter.Name))
                .Aggregate(
                    option.Open.Aggregate(set, (all, place) => all.OpenedBy(place)),
                    (all, parameter) => all.With(parameter with { Always = false })
                );
        return new Result(endpoint, set);
    }

    /// <summary>Divides at the first question mark. Without one it is all query, unless it begins with a path.</summary>
    static (Text Endpoint, Text Query) Split(Text text)
    {
        for (var i = 0; i < text.Pieces.Length; i++)
        {
            if (text.Pieces[i] is QueryPiece || text.Pieces[i] is OptionalPiece { Content.CarriesParameters: true })
                return (new Text(text.Pieces.RemoveRange(i, text.Pieces.Length - i)), new Text(text.Pieces.RemoveRange(0, i)));
            if (text.Pieces[i] is not LiteralPiece literal)
                continue;
            var mark = literal.Content.IndexOfAny(['?', '#']);
            var equals = literal.Content.IndexOf('=');
            // The separator of a helper that adds "?" or "&", as the case may be.
            if (
                mark < 0
                && literal.Content.IndexOf('&') is >= 0 and var separator
                && (equals < 0 || separator < equals)
                && (separator > 0 || i > 0 && text.Pieces[i - 1] is LiteralPiece)
                && !text.Pieces.Take(i).Any(piece => piece is LiteralPiece { Content: var path } && path.IndexOf('=') >= 0)
            )
            {
                mark = separator;
            }
            // A question mark after the first parameter belongs to a value.
            if (mark < 0 && equals >= 0)
                return (Text.Empty, text);
            if (mark < 0 || equals >= 0 && equals < mark)
                continue;
            var before = text
                .Pieces.RemoveRange(i, text.Pieces.Length - i)
                .Add(literal with { Content = literal.Content.Substring(0, mark) });
            var after = text.Pieces.RemoveRange(0, i + 1).Insert(0, literal with { Content = literal.Content.Substring(mark + 1) });
            return (new Text(before), new Text(after));
        }
        return (Text.Empty, text);
    }

    static IEnumerable<Text> Segments(Text query)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in query.Pieces)
        {
            if (piece is not LiteralPiece literal)
            {
                // A written-out set is a run of whole parameters, unless it stands as a value.
                if (piece is QueryPiece && !EndsInValue(pieces))
                {
                    if (pieces.Count > 0)
                        yield return new Text(pieces.ToImmutable());
                    pieces.Clear();
                    yield return new Text([piece]);
                    continue;
                }
                pieces.Add(piece);
                continue;
            }
            var start = 0;
            while (true)
            {
                var and = literal.Content.IndexOf('&', start);
                var part = literal.Content.Substring(start, (and < 0 ? literal.Content.Length : and) - start);
                if (start > 0 && part.StartsWith("amp;", StringComparison.Ordinal))
                    part = part.Substring(4);
                // The command shell of Windows has its & escaped, as in "start " + url.Replace("&", "^&").
                if (and >= 0 && part.EndsWith("^", StringComparison.Ordinal))
                    part = part.Substring(0, part.Length - 1);
                if (part.Length > 0)
                    pieces.Add(literal with { Content = part });
                if (and < 0)
                    break;
                if (pieces.Count > 0)
                    yield return new Text(pieces.ToImmutable());
                pieces.Clear();
                start = and + 1;
            }
        }
        if (pieces.Count > 0)
            yield return new Text(pieces.ToImmutable());

        static bool EndsInValue(ImmutableArray<Piece>.Builder pieces) =>
            pieces.Count > 0
            && pieces[pieces.Count - 1] is LiteralPiece { Content: var content }
            && content.TrimEnd().EndsWith("=", StringComparison.Ordinal);
    }

    static ParameterSet Add(ParameterSet set, Text segment, bool isFirst, bool isLast)
    {
        if (segment.Pieces is [QueryPiece { Set: var written }])
            return set.With(written);
        var name = new StringBuilder();
        SyntaxNode? place = null;
        for (var i = 0; i < segment.Pieces.Length; i++)
        {
            if (segment.Pieces[i] is not LiteralPiece literal)
            {
                // {url}response_type=…: what comes before a name ends with the separator.
                if (i > 0 && segment.Pieces[i] is HolePiece hole)
                    set = set.OpenedBy(hole.Place);
                name.Clear();
                continue;
            }
            var equals = literal.Content.IndexOf('=');
            // Where the name is written: a helper's "=" belongs to many parameters.
            if (Clean(name.ToString()).Length == 0)
                place = literal.Place;
            name.Append(equals < 0 ? literal.Content : literal.Content.Substring(0, equals));
            if (equals < 0)
                continue;
            var value = segment.Pieces.RemoveRange(0, i + 1);
            if (literal.Content.Substring(equals + 1) is { Length: > 0 } rest)
                value = value.Insert(0, literal with { Content = rest.TrimEnd() });
            value = UpToEnd(value);
            var named = Clean(name.ToString());
            // Whatever the name is.
            if (named.Length == 0)
                return set.OpenedBy(literal.Place);
            if (
                isLast
                && !named.EndsWith("uri", StringComparison.OrdinalIgnoreCase)
                && !named.EndsWith("url", StringComparison.OrdinalIgnoreCase)
                && Further(value) is { } further
            )
                set = set.OpenedBy(further);
            return set.With(new Parameter(named, new Text(value).Unfolded(), Always: true, new Entry(place!, null, null, EntryForm.Text)));
        }
        // A segment of holes alone may hold any number of parameters; the first one is the endpoint.
        if (!isFirst && segment.Pieces.OfType<HolePiece>().FirstOrDefault() is { } unknown)
            set = set.OpenedBy(unknown.Place);
        return set;
    }

    /// <summary>The hole at the end of a text that may go on with further parameters: one that follows another hole directly, or
    /// text that looks finished.</summary>
    static SyntaxNode? Further(ImmutableArray<Piece> value) =>
        value switch
        {
            [.., HolePiece, HolePiece { MayHoldMore: true, Place: var place }] => place,
            [.., LiteralPiece { Content: { Length: > 0 } text }, HolePiece { MayHoldMore: true, Place: var place }]
                when char.IsLetter(text[text.Length - 1]) => place,
            _ => null,
        };

    /// <summary>A value ends where the text around the URL goes on: at a quotation mark, a tag, a fragment.</summary>
    static ImmutableArray<Piece> UpToEnd(ImmutableArray<Piece> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (
                value[i] is LiteralPiece literal
                && literal.Content.IndexOfAny(['"', '<', '>', '#']) is >= 0 and var end
                && (i > 0 || end > 0)
            )
                return [.. value.Take(i), literal with { Content = literal.Content.Substring(0, end) }];
        }
        return value;
    }

    static string Clean(string name)
    {
        var trimmed = name.Trim().TrimStart('?', '#', '"', '{', '\'', ';').Trim();
        return trimmed.LastIndexOfAny(['\n', ' ']) is >= 0 and var gap ? trimmed.Substring(gap + 1) : trimmed;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A string: literal pieces, holes, and pieces that write out a parameter set, in order.</summary>
sealed record Text(ImmutableArray<Piece> Pieces) : Value
{
    /// <summary>Longer texts are cut: no request has as many pieces, and cost must not grow with them.</summary>
    const int MostPieces = 400;

    public static readonly Text Empty = new([]);

    public static Text Literal(string text, SyntaxNode place, SourceSet from = default) =>
        new([new LiteralPiece(text, place) { From = from }]);

    public override SourceSet Sources => Pieces.Aggregate(SourceSet.None, (all, piece) => all | piece.Sources);

    /// <summary>The host of a URL that is written out; null where it is not known.</summary>
    public string? Host =>
        Pieces is not [var start, ..]
            ? null
            : start switch
            {
                LiteralPiece literal => Uri.TryCreate(literal.Content, UriKind.Absolute, out var uri) ? uri.Host : null,
                HolePiece hole => hole
                    .Content.Alternatives.OfType<Text>()
                    .Select(text => text.Host)
                    .FirstOrDefault(host => host is not null),
                _ => null,
            };

    /// <summary>The whole text where it has no hole, else null.</summary>
    public string? Exact =>
        Pieces.Length switch
        {
            0 => "",
            1 => (Pieces[0] as LiteralPiece)?.Content,
            _ => Pieces.All(piece => piece is LiteralPiece) ? string.Concat(Pieces.Select(piece => ((LiteralPiece)piece).Content)) : null,
        };

    /// <summary>Whether parameters could be read out of it: it has a literal with a <c>=</c>, or a written-out set.</summary>
    public bool CarriesParameters =>
        Pieces.Any(piece =>
            piece is QueryPiece
            || piece is LiteralPiece literal && literal.Content.IndexOf('=') >= 0
            || piece is OptionalPiece { Content.CarriesParameters: true }
        ) || JsonText.Is(this);

    /// <summary>As code that is not looked into gives it back.</summary>
    public Text Sealed() => new([.. Pieces.Select(piece => piece with { IsSealed = true })]);

    public Text Append(Text other) => Pieces.Length + other.Pieces.Length > MostPieces ? this : new Text(Pieces.AddRange(other.Pieces));

    /// <summary>The same text with another in the place of each occurrence of <paramref name="from"/> in its literals.</summary>
    public Text Replace(string from, Text to)
    {
        if (to.Exact is { } exact)
            return MapLiterals(literal => literal.Replace(from, exact));
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in Pieces)
        {
            if (piece is not LiteralPiece literal)
            {
                pieces.Add(piece);
                continue;
            }
            var parts = literal.Content.Split([from], StringSplitOptions.None);
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                    pieces.AddRange(to.Pieces);
                if (parts[i].Length > 0)
                    pieces.Add(literal with { Content = parts[i] });
            }
        }
        return pieces.Count > MostPieces ? this : new Text(pieces.ToImmutable());
    }

    /// <summary>Where a string first occurs, at least: -1 where it does not; null where a hole may hold it. Where there are
    /// parameters already, a question mark went before them.</summary>
    public int? PositionOf(string wanted)
    {
        var before = 0;
        foreach (var piece in Pieces)
        {
            if (piece is not LiteralPiece literal)
                continue;
            if (literal.Content.IndexOf(wanted, StringComparison.Ordinal) is >= 0 and var position)
                return before + position;
            before += literal.Content.Length;
        }
        return Exact is { } exact ? exact.IndexOf(wanted, StringComparison.Ordinal)
            : wanted == "?" && CarriesParameters ? before
            : null;
    }

    /// <summary>The value with its alternatives side by side again, which holes keep together.</summary>
    public Value Unfolded()
    {
        if (!Pieces.Any(piece => piece is HolePiece { Content: Choice }))
            return this;
        Value unfolded = Empty;
        foreach (var piece in Pieces)
        {
            var next = piece is HolePiece { Content: Choice choice, Place: var place }
                ? Choice.Map(choice, value => value as Text ?? new Text([new HolePiece(value, place)]))
                : new Text([piece]);
            unfolded = Choice.Combine(unfolded, next, (one, other) => (one as Text ?? Empty).Append(other as Text ?? new Text([piece])));
        }
        return unfolded;
    }

    /// <summary>The same text with each literal piece rewritten; pieces that become empty are kept out.</summary>
    public Text MapLiterals(Func<string, string> map) =>
        new([
            .. Pieces
                .Select(piece => piece is LiteralPiece literal ? literal with { Content = map(literal.Content) } : piece)
                .Where(piece => piece is not LiteralPiece { Content: "" }),
        ]);

    /// <summary>The text, or where it writes out a set with several cases the text of each.</summary>
    public IEnumerable<Text> Cases()
    {
        for (var i = 0; i < Pieces.Length; i++)
        {
            if (Pieces[i] is QueryPiece { Set.Cases: { IsEmpty: false } cases })
                return cases.Select(set => new Text(Pieces.SetItem(i, new QueryPiece(set) { IsSealed = Pieces[i].IsSealed })));
        }
        return [this];
    }

    /// <summary>One text for two of which one goes on where the other ends; null for any other two.</summary>
    public static Text? Join(Text one, Text other)
    {
        var (shorter, longer) = one.Pieces.Length <= other.Pieces.Length ? (one, other) : (other, one);
        if (!longer.Pieces.Take(shorter.Pieces.Length).SequenceEqual(shorter.Pieces))
            return null;
        var rest = longer.Pieces.RemoveRange(0, shorter.Pieces.Length);
        return rest.IsEmpty ? shorter
            : rest is [OptionalPiece] ? longer
            : new Text(shorter.Pieces.Add(new OptionalPiece(new Text(rest))));
    }

    /// <summary>What two texts have in common at their beginning, and then anything.</summary>
    public static Text Widen(Text one, Text other)
    {
        var common = one.Pieces.Zip(other.Pieces, (a, b) => a.Equals(b)).TakeWhile(same => same).Count();
        var rest = one.Pieces.Concat(other.Pieces).Skip(common).FirstOrDefault(piece => piece is HolePiece or LiteralPiece);
        var kept = one.Pieces.RemoveRange(common, one.Pieces.Length - common);
        var sample = one
            .Pieces.Concat(other.Pieces)
            .Skip(common)
            .OfType<HolePiece>()
            .Select(hole => (hole.Content as Unknown)?.Sample)
            .DefaultIfEmpty(null)
            .Aggregate((a, b) => SampledValue.Join(a, b, widen: true));
        sample = sample is null ? null : sample with { HasLength = false, Bits = null };
        return rest switch
        {
            LiteralPiece { Place: var place } => new Text(
                kept.Add(new HolePiece(new Unknown(one.Sources | other.Sources) { Sample = sample }, place))
            ),
            HolePiece { Place: var place } => new Text(
                kept.Add(new HolePiece(new Unknown(one.Sources | other.Sources) { Sample = sample }, place))
            ),
            _ => new Text(kept),
        };
    }

    public bool Equals(Text? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    public override int GetHashCode() => Pieces.Length;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Texts: what is put together, and how a value is written out.</summary>
sealed partial class Interpreter
{
    Value Sum(IBinaryOperation sum)
    {
        var terms = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } inner)
        {
            terms.Push(inner.RightOperand);
            left = inner.LeftOperand;
        }
        terms.Push(left);
        Value text = Text.Empty;
        foreach (var term in terms)
            text = Concat(text, Evaluate(term), term.Syntax);
        return text;
    }

    Value Interpolated(IInterpolatedStringOperation interpolated)
    {
        Value text = Text.Empty;
        foreach (var part in interpolated.Parts)
        {
            text = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } } => Concat(
                    text,
                    Text.Literal(literal, part.Syntax),
                    part.Syntax
                ),
                IInterpolationOperation { FormatString: { ConstantValue: { HasValue: true, Value: string format } } } shown
                    when Evaluate(shown.Expression) is Unknown guid && Written(guid, format) is { } sample => Concat(
                    text,
                    guid with
                    {
                        Sample = sample,
                    },
                    shown.Expression.Syntax
                ),
                IInterpolationOperation hole => Concat(text, Evaluate(hole.Expression), hole.Expression.Syntax),
                _ => Concat(text, MixOf(part), part.Syntax),
            };
        }
        return text;
    }

    internal Value Concat(Value left, Value right, SyntaxNode place)
    {
        if (left is not Text { Pieces.IsEmpty: true })
            (left, right) = (Folded(left, place), Folded(right, place));
        return Choice.Combine(left, right, (one, other) => TextOf(one, place).Append(TextOf(other, place)));
    }

    /// <summary>One text with a hole for a choice of values within a parameter, so that three holes of three values are no 27
    /// texts.</summary>
    Value Folded(Value value, SyntaxNode place)
    {
        if (value is not Choice || !value.Alternatives.All(IsWithinParameter))
            return value;
        var first = value.Alternatives.OfType<Text>().SelectMany(text => text.Pieces).OfType<HolePiece>().FirstOrDefault();
        return new Text([
            new HolePiece(
                Choice.Map(
                    value,
                    alternative =>
                        alternative is Text { Pieces: [HolePiece hole] } ? hole.Content
                        : alternative is Unknown ? alternative
                        : TextOf(alternative, place)
                ),
                first?.Place ?? place
            ),
        ]);

        static bool IsWithinParameter(Value value) =>
            value is Unknown or Constant or EnumMember
            || value is Text text
                && text.Pieces.All(piece =>
                    piece is HolePiece
                    || piece is LiteralPiece literal
                        && literal.Content.IndexOfAny(['=', '&', '?', '#']) < 0
                        && !WireNames.IsName(literal.Content)
                );
    }

    /// <summary>The value as a string.</summary>
    internal Text TextOf(Value value, SyntaxNode place) =>
        value switch
        {
            Text text => text,
            Constant { Content: null } => Text.Empty,
            Constant { Content: { } content } => Text.Literal(
                Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture),
                place
            ),
            EnumMember member => Text.Literal(member.Name, place),
            Reference => ObjectOf(value) is { } obj ? TextOf(obj, value, place) : new Text([new HolePiece(value, place)]),
            Choice => new Text([new HolePiece(new Unknown(SourcesOf(value)), place)]),
            _ => new Text([new HolePiece(value, place)]),
        };

    Text TextOf(AbstractObject obj, Value self, SyntaxNode place)
    {
        var text = obj.Content is { } content and not (Reference or Choice) ? TextOf(content, place) : null;
        if (obj.Members.TryGetValue("Query", out var query) && query is Text written)
            text = (text ?? Text.Empty).Append(Text.Literal("?", place)).Append(written.MapLiterals(literal => literal.TrimStart('?')));
        foreach (var item in obj.Items)
        {
            if (item is Text { CarriesParameters: true } line)
                text = text is null ? line : text.Append(Text.Literal("&", place)).Append(line);
        }
        if (!obj.Parameters.IsEmpty)
            text = (text ?? Text.Empty).Append(new Text([new QueryPiece(obj.Parameters)]));
        if (obj.IsSealed)
            text = text?.Sealed();
        return text ?? new Text([new HolePiece(new Unknown(SourcesOf(self)), place)]);
    }
}

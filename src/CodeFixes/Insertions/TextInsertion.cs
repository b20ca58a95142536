using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds text to a string: within a literal or interpolated string, or as one more operand of a concatenation.</summary>
static class TextInsertion
{
    public static bool TryInsertInside(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        var position = request.Span.Start;
        var token = edits
            .File.Root.FindToken(position)
            .Parent?.AncestorsAndSelf()
            .Select(node => StringToken.Of(edits.File, node))
            .FirstOrDefault(text => text is not null);
        if (token is null)
            return false;
        return FormatInsertion.TryInsertInside(edits, token, position, parameters)
            || token.TryInsert(edits, position, TextPiece.Query(parameters));
    }

    public static bool TryAppend(DocumentEdits edits, SyntaxNode place, IReadOnlyList<TextPiece> pieces)
    {
        if (place is ParenthesizedExpressionSyntax parenthesized)
            return TryAppend(edits, parenthesized.Expression, pieces);
        if (StringToken.Of(edits.File, place) is { } token)
            return token.TryInsert(edits, token.Content.End, pieces);
        if (
            place is BinaryExpressionSyntax sum
            && sum.IsKind(SyntaxKind.AddExpression)
            && StringToken.Of(edits.File, sum.Right) is not null
            && !HasLineOfItsOwn(edits.File, sum)
        )
            return TryAppend(edits, sum.Right, pieces);
        if (place is not ExpressionSyntax expression || !edits.File.IsValue(expression))
            return false;
        AppendOperand(edits, expression, pieces);
        return true;
    }

    /// <summary>Whether the last operand stands on a line of its own: then a further one does, too.</summary>
    static bool HasLineOfItsOwn(SourceFile file, BinaryExpressionSyntax sum) =>
        !file.OnOneLine(sum.Left.Span.End, sum.Right.SpanStart)
        && !sum.GetTrailingTrivia().Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    static void AppendOperand(DocumentEdits edits, ExpressionSyntax expression, IReadOnlyList<TextPiece> pieces)
    {
        var operand = Separator(edits.File, expression) + Literal(pieces);
        var end = expression.Span.End;
        if (BindsLooser(expression))
        {
            edits.Insert(expression.SpanStart, "(");
            edits.Insert(end, ")" + operand);
        }
        else if (IsBoundTighter(expression))
        {
            edits.Insert(expression.SpanStart, "(");
            edits.Insert(end, operand + ")");
        }
        else
        {
            edits.Insert(end, operand);
        }
    }

    static string Literal(IReadOnlyList<TextPiece> pieces) =>
        pieces.Any(piece => piece.IsCode)
            ? $"$\"{string.Concat(pieces.Select(piece => piece.IsCode ? $"{{{piece.Text}}}" : piece.Text))}\""
            : $"\"{string.Concat(pieces.Select(piece => piece.Text))}\"";

    /// <summary>The <c>+</c> before a further operand, with the line break that the chain has between its operands.</summary>
    static string Separator(SourceFile file, ExpressionSyntax expression)
    {
        for (var left = expression; left is BinaryExpressionSyntax { OperatorToken: var plus } sum; left = sum.Left)
        {
            if (!file.OnOneLine(sum.Left.Span.End, plus.SpanStart))
                return $"{file.NewLine}{file.IndentAt(plus.SpanStart)}+ ";
            if (!file.OnOneLine(plus.Span.End, sum.Right.SpanStart))
                return $" +{file.NewLine}{file.IndentAt(sum.Right.SpanStart)}";
        }
        return " + ";
    }

    static bool BindsLooser(ExpressionSyntax expression) =>
        expression switch
        {
            BinaryExpressionSyntax binary => binary.Kind()
                is not (
                    SyntaxKind.AddExpression
                    or SyntaxKind.SubtractExpression
                    or SyntaxKind.MultiplyExpression
                    or SyntaxKind.DivideExpression
                    or SyntaxKind.ModuloExpression
                ),
            ConditionalExpressionSyntax
            or AssignmentExpressionSyntax
            or LambdaExpressionSyntax
            or AnonymousMethodExpressionSyntax
            or QueryExpressionSyntax
            or ThrowExpressionSyntax
            or RangeExpressionSyntax
            or IsPatternExpressionSyntax => true,
            _ => false,
        };

    static bool IsBoundTighter(ExpressionSyntax expression) =>
        expression.Parent switch
        {
            MemberAccessExpressionSyntax parent => parent.Expression == expression,
            ElementAccessExpressionSyntax parent => parent.Expression == expression,
            ConditionalAccessExpressionSyntax parent => parent.Expression == expression,
            CastExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax => true,
            _ => false,
        };
}

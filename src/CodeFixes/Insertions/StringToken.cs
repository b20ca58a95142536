using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>A string literal or interpolated string in source: where its text is, and how text is written into it.</summary>
sealed class StringToken
{
    readonly bool _isInterpolated;
    readonly bool _isRaw;

    StringToken(SourceFile file, ExpressionSyntax expression, SyntaxToken start, SyntaxToken end)
    {
        var startText = start.Text;
        var quotes = startText.SkipWhile(c => c != '"').TakeWhile(c => c == '"').Count();
        Expression = expression;
        _isInterpolated = expression is InterpolatedStringExpressionSyntax;
        _isRaw =
            start.Kind()
                is SyntaxKind.SingleLineRawStringLiteralToken
                    or SyntaxKind.MultiLineRawStringLiteralToken
                    or SyntaxKind.InterpolatedSingleLineRawStringStartToken
                    or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
        var isMultiLine = start.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
        var textStart = start.SpanStart + startText.TakeWhile(c => c is '$' or '@').Count() + (_isRaw ? quotes : 1);
        var textEnd = isMultiLine
            ? file.Text.Lines[file.Text.Lines.GetLineFromPosition(end.Span.End).LineNumber - 1].End
            : end.Span.End - (_isRaw ? quotes : 1);
        Content = TextSpan.FromBounds(Math.Min(textStart, textEnd), textEnd);
        Dollars = startText.Count(c => c == '$' && _isInterpolated);
        Code = file.Text.ToString(Content);
    }

    public ExpressionSyntax Expression { get; }

    /// <summary>What stands between the quotes.</summary>
    public TextSpan Content { get; }

    string Code { get; }

    int Dollars { get; }

    public static StringToken? Of(SourceFile file, SyntaxNode node) =>
        node switch
        {
            InterpolatedStringExpressionSyntax text => new StringToken(file, text, text.StringStartToken, text.StringEndToken),
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => new StringToken(
                file,
                literal,
                literal.Token,
                literal.Token
            ),
            _ => null,
        };

    /// <summary>Writes <paramref name="pieces"/> at <paramref name="position"/>; a plain literal that gets an expression
    /// becomes an interpolated string. False where only a constant may stand.</summary>
    public bool TryInsert(DocumentEdits edits, int position, IReadOnlyList<TextPiece> pieces)
    {
        var hasCode = pieces.Any(piece => piece.IsCode);
        if (!IsText(position))
            return false;
        if (hasCode && !_isInterpolated && MustBeConstant())
            return false;
        if (!hasCode || _isInterpolated)
        {
            edits.Insert(position, Write(pieces, Dollars));
            return true;
        }
        var dollars = _isRaw ? LongestRunOfBraces() + 1 : 1;
        edits.InsertOnce(Expression.SpanStart, new string('$', dollars));
        if (!_isRaw)
            DoubleBraces(edits);
        edits.Insert(position, Write(pieces, dollars));
        return true;
    }

    bool IsText(int position)
    {
        if (position < Content.Start || position > Content.End)
            return false;
        return Expression is not InterpolatedStringExpressionSyntax text
            || !text.Contents.OfType<InterpolationSyntax>().Any(hole => hole.Span.Start < position && position < hole.Span.End);
    }

    string Write(IReadOnlyList<TextPiece> pieces, int dollars)
    {
        var depth = _isRaw ? dollars : 1;
        return string.Concat(
            pieces.Select(piece =>
                piece.IsCode ? new string('{', depth) + piece.Text + new string('}', depth) : Escape(piece.Text, dollars)
            )
        );
    }

    string Escape(string text, int dollars) => dollars == 0 || _isRaw ? text : text.Replace("{", "{{").Replace("}", "}}");

    void DoubleBraces(DocumentEdits edits)
    {
        for (var i = 0; i < Code.Length; i++)
        {
            if (Code[i] is '{' or '}')
                edits.InsertOnce(Content.Start + i, Code[i].ToString());
        }
    }

    int LongestRunOfBraces()
    {
        var longest = 0;
        var run = 0;
        for (var i = 0; i < Code.Length; i++)
        {
            if (Code[i] is not ('{' or '}'))
                run = 0;
            else if (i > 0 && Code[i] == Code[i - 1])
                run++;
            else
                run = 1;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    bool MustBeConstant()
    {
        foreach (var node in Expression.Ancestors())
        {
            switch (node)
            {
                case AttributeArgumentSyntax or ParameterSyntax or SwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax:
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                case LocalDeclarationStatementSyntax { IsConst: true }:
                    return true;
                case StatementSyntax or MemberDeclarationSyntax or LambdaExpressionSyntax:
                    return false;
            }
        }
        return false;
    }
}

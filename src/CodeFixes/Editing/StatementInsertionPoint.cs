using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>A place that a statement can be put before: a statement, or an expression body, which becomes a block.</summary>
sealed class StatementInsertionPoint
{
    StatementInsertionPoint(SyntaxNode node, SyntaxNode scope)
    {
        Node = node;
        Scope = scope;
    }

    /// <summary>The statement, arrow clause or lambda.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The code that sees a local declared at this point.</summary>
    public SyntaxNode Scope { get; }

    /// <summary>The spots around <paramref name="place"/> that run each time it runs, innermost first.</summary>
    public static IEnumerable<StatementInsertionPoint> Around(SyntaxNode place)
    {
        for (var node = place; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                case StatementSyntax loop when Repeats(loop, place):
                    yield break;
                case LocalFunctionStatementSyntax:
                case BlockSyntax block when !IsListed(block):
                    break;
                case StatementSyntax statement:
                    yield return new StatementInsertionPoint(statement, ScopeOf(statement));
                    break;
                case LambdaExpressionSyntax { ExpressionBody: { } body }:
                    yield return new StatementInsertionPoint(node, body);
                    yield break;
                // What is around a function runs at another time.
                case AnonymousFunctionExpressionSyntax:
                    yield break;
                case ArrowExpressionClauseSyntax arrow:
                    yield return new StatementInsertionPoint(node, arrow.Expression);
                    break;
            }
        }
    }

    /// <summary>Whether <paramref name="place"/> may be passed over when the code at this point runs.</summary>
    public bool IsConditional(SyntaxNode place)
    {
        for (var node = place; node != Node && node.Parent is { } parent; node = parent)
        {
            var isPassedOver = parent switch
            {
                ConditionalExpressionSyntax conditional => node != conditional.Condition,
                ConditionalAccessExpressionSyntax access => node != access.Expression,
                SwitchExpressionArmSyntax => true,
                BinaryExpressionSyntax binary => node == binary.Right
                    && binary.Kind() is SyntaxKind.CoalesceExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
                AssignmentExpressionSyntax assignment => node == assignment.Right
                    && assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
                _ => false,
            };
            if (isPassedOver)
                return true;
        }
        return false;
    }

    public void Write(DocumentEdits edits, IReadOnlyList<string> statements)
    {
        switch (Node)
        {
            case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } arrow:
                WriteGetter(edits, arrow, statements);
                break;
            case ArrowExpressionClauseSyntax arrow:
                WriteBody(edits, arrow, statements);
                break;
            case LambdaExpressionSyntax lambda:
                WriteLambda(edits, lambda, statements);
                break;
            case StatementSyntax statement when IsListed(statement):
                WriteLines(edits, statement, statements);
                break;
            default:
                WriteEmbedded(edits, statements);
                break;
        }
    }

    static void WriteLines(DocumentEdits edits, StatementSyntax statement, IReadOnlyList<string> statements)
    {
        var file = edits.File;
        var start = statement.SpanStart;
        var separator = file.StartsLine(start) ? file.NewLine + file.IndentAt(start) : " ";
        edits.Insert(start, string.Concat(statements.Select(text => text + separator)), Layer.Opening);
    }

    void WriteEmbedded(DocumentEdits edits, IReadOnlyList<string> statements)
    {
        var gap = TextSpan.FromBounds(Node.GetFirstToken().GetPreviousToken().Span.End, Node.SpanStart);
        var indent = edits.File.IndentAt(Node.Parent!.SpanStart);
        WriteBlock(edits, gap, Node, Node.Span.End, indent, statements);
    }

    static void WriteLambda(DocumentEdits edits, LambdaExpressionSyntax lambda, IReadOnlyList<string> statements)
    {
        var gap = TextSpan.FromBounds(lambda.ArrowToken.Span.End, lambda.Body.SpanStart);
        var indent = edits.File.IndentAt(lambda.SpanStart);
        var symbol = edits.File.Model.GetSymbolInfo(lambda).Symbol;
        WriteBlock(edits, gap, lambda.Body, lambda.Body.Span.End, indent, statements, Return(lambda.Body, symbol), ";");
    }

    static void WriteBody(DocumentEdits edits, ArrowExpressionClauseSyntax arrow, IReadOnlyList<string> statements)
    {
        var gap = TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, arrow.Expression.SpanStart);
        var end = arrow.GetLastToken().GetNextToken().Span.End;
        var indent = edits.File.IndentAt(arrow.Parent!.SpanStart);
        var symbol = edits.File.Model.GetDeclaredSymbol(arrow.Parent);
        WriteBlock(edits, gap, arrow.Expression, end, indent, statements, Return(arrow.Expression, symbol));
    }

    static void WriteGetter(DocumentEdits edits, ArrowExpressionClauseSyntax arrow, IReadOnlyList<string> statements)
    {
        var file = edits.File;
        var indent = file.NewLine + file.IndentAt(arrow.Parent!.SpanStart);
        var before = arrow.ArrowToken.GetPreviousToken().Span.End;
        var end = arrow.GetLastToken().GetNextToken().Span.End;
        edits.Insert(before, $"{indent}{{{indent}{file.IndentUnit}get", Layer.Opening);
        WriteBlock(
            edits,
            TextSpan.FromBounds(before, arrow.Expression.SpanStart),
            arrow.Expression,
            end,
            file.IndentAt(arrow.Parent.SpanStart) + file.IndentUnit,
            statements,
            Return(arrow.Expression, null)
        );
        edits.Insert(end, $"{indent}}}", Layer.Closing);
        edits.Indent(arrow.Expression.Span);
    }

    /// <summary>Puts <paramref name="body"/> into a block of its own, behind <paramref name="statements"/>;
    /// <paramref name="gap"/> is what stands between the body and the code that it belongs to.</summary>
    static void WriteBlock(
        DocumentEdits edits,
        TextSpan gap,
        SyntaxNode body,
        int end,
        string indent,
        IReadOnlyList<string> statements,
        string keyword = "",
        string terminator = ""
    )
    {
        var file = edits.File;
        var inner = file.NewLine + indent + file.IndentUnit;
        var lines = string.Concat(Comments(file, gap).Concat(statements).Select(text => inner + text));
        edits.Replace(gap, $"{file.NewLine}{indent}{{{lines}{inner}{keyword}", Layer.Opening);
        edits.Insert(end, $"{terminator}{file.NewLine}{indent}}}", Layer.Closing);
        if (file.OnOneLine(gap.Start, gap.End))
            edits.Indent(body.Span);
    }

    static IEnumerable<string> Comments(SourceFile file, TextSpan gap) =>
        file
            .Root.DescendantTrivia(gap)
            .Where(trivia => gap.Contains(trivia.Span))
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            .Select(trivia => trivia.ToString());

    static string Return(SyntaxNode body, ISymbol? owner)
    {
        if (body is ThrowExpressionSyntax)
            return "";
        if (owner is not IMethodSymbol method)
            return "return ";
        var isVoid = method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return isVoid ? "" : "return ";
    }

    /// <summary>Whether <paramref name="place"/> may run more than once for one run of <paramref name="statement"/>.</summary>
    static bool Repeats(StatementSyntax statement, SyntaxNode place) =>
        statement switch
        {
            WhileStatementSyntax or DoStatementSyntax => true,
            CommonForEachStatementSyntax forEach => !forEach.Expression.Span.Contains(place.Span),
            ForStatementSyntax { Declaration: { } declaration } => !declaration.Span.Contains(place.Span),
            ForStatementSyntax => true,
            _ => false,
        };

    static bool IsListed(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    static SyntaxNode ScopeOf(StatementSyntax statement) =>
        statement.Parent switch
        {
            GlobalStatementSyntax global => global.Parent!,
            BlockSyntax or SwitchSectionSyntax => statement.Parent,
            _ => statement,
        };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Writes a setting that is not there yet, in the form of the code that sets up the object.</summary>
static class SettingInsertion
{
    public static void Insert(DocumentEdits edits, SyntaxNode place, string member, string value)
    {
        switch (place)
        {
            case AnonymousFunctionExpressionSyntax lambda when ParameterOf(lambda) is { } parameter:
                InsertIntoLambda(edits, lambda, $"{parameter}.{member} = {value}");
                break;
            case BaseObjectCreationExpressionSyntax creation:
                InsertIntoCreation(edits, creation, $"{member} = {value}");
                break;
            case InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } list }:
                edits.Insert(list.OpenParenToken.Span.End, $"options => options.{member} = {value}");
                break;
        }
    }

    /// <summary>Calls a method on the object that <paramref name="given"/> is called on, behind that call: further on in its chain where it
    /// gives the object back.</summary>
    public static void InsertCall(DocumentEdits edits, InvocationExpressionSyntax given, string call)
    {
        if (given.Expression is not MemberAccessExpressionSyntax { OperatorToken.SpanStart: var dot } access)
            return;
        var model = edits.File.Model;
        if (
            model.GetTypeInfo(given).Type is { TypeKind: not TypeKind.Error } type
            && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(access.Expression).Type)
        )
        {
            var indent = edits.File.StartsLine(dot) ? edits.File.NewLine + edits.File.IndentAt(dot) : "";
            edits.Insert(given.Span.End, $"{indent}.{call}", Layer.Closing);
            return;
        }
        if (access.Expression is not IdentifierNameSyntax receiver)
            return;
        var added = $"{receiver}.{call}";
        if (given.Parent is AnonymousFunctionExpressionSyntax lambda)
            InsertIntoLambda(edits, lambda, added);
        else if (given.Parent is ExpressionStatementSyntax statement)
        {
            var isOnLine = edits.File.StartsLine(statement.SpanStart);
            var line = isOnLine ? edits.File.NewLine + edits.File.IndentAt(statement.SpanStart) : " ";
            edits.Insert(SourceFile.EndWithComments(statement.GetLastToken()), $"{line}{added};", Layer.Closing);
        }
    }

    static void InsertIntoLambda(DocumentEdits edits, AnonymousFunctionExpressionSyntax lambda, string assignment)
    {
        if (lambda.Body is ExpressionSyntax expression)
        {
            edits.Insert(expression.SpanStart, "{ ", Layer.Opening);
            edits.Insert(expression.Span.End, $"; {assignment}; }}", Layer.Closing);
            return;
        }
        var block = (BlockSyntax)lambda.Body;
        var last = block.Statements.LastOrDefault();
        var line =
            last is not null && edits.File.StartsLine(last.SpanStart) ? edits.File.NewLine + edits.File.IndentAt(last.SpanStart) : " ";
        // What follows a return is not reached.
        if (last is ReturnStatementSyntax or ThrowStatementSyntax)
            edits.Insert(last.SpanStart, $"{assignment};{line}", Layer.Closing);
        else
            edits.Insert(
                last is null ? block.OpenBraceToken.Span.End : SourceFile.EndWithComments(last.GetLastToken()),
                $"{line}{assignment};",
                Layer.Closing
            );
    }

    static void InsertIntoCreation(DocumentEdits edits, BaseObjectCreationExpressionSyntax creation, string assignment)
    {
        if (creation.Initializer is { Expressions.Count: > 0 } initializer)
            ElementList.Append(edits, initializer.Expressions, [assignment]);
        else if (creation.Initializer is { } empty)
            edits.Insert(empty.OpenBraceToken.Span.End, $" {assignment}", Layer.Closing);
        else
            edits.Insert(creation.Span.End, $" {{ {assignment} }}", Layer.Closing);
    }

    /// <summary>The name by which a lambda knows the object; null where it discards it.</summary>
    static string? ParameterOf(AnonymousFunctionExpressionSyntax lambda) =>
        lambda switch
        {
            SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: not "_" and var name } => name,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Identifier.ValueText: not "_" and var name }, ..] } => name,
            AnonymousMethodExpressionSyntax { ParameterList.Parameters: [{ Identifier.ValueText: var name }, ..] } => name,
            _ => null,
        };
}

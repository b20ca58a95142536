using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Calls that hand the name and the value of a parameter, each by itself, to a program's own helper, which writes them into a
/// text.</summary>
static class HelperCall
{
    /// <summary>The call that hands over the core of a request, if calls of its kind follow one another: one more can then follow,
    /// too.</summary>
    public static Entry? Of(Request request)
    {
        if (
            request.Place
                is not LiteralExpressionSyntax
                {
                    Token.ValueText: var name,
                    Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
                }
            || name != request.Anchor.Name
        )
            return null;
        var index = list.Arguments.IndexOf(argument);
        if (
            index + 1 >= list.Arguments.Count
            || request.Anchor.Value is not Values.Text { Pieces: [LiteralPiece { Place: { } value }] }
            || list.Arguments[index + 1].Expression != value
        )
            return null;
        return index switch
        {
            0 when call.Parent is ExpressionStatementSyntax || IsInChain(call) => new Entry(call, request.Place, value, EntryForm.Call),
            1 when IsNested(call, list.Arguments[0].Expression) => new Entry(call, request.Place, value, EntryForm.Wrap),
            _ => null,
        };
    }

    /// <summary><c>x.With("k", "v").With(…)</c></summary>
    static bool IsInChain(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var before, Name.Identifier.ValueText: var name }
        && (
            call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var next } && next == name
            || (before as InvocationExpressionSyntax)?.MethodName() == name
        );

    /// <summary><c>F(F(x, "k", "v"), …)</c> or <c>x = F(x, "k", "v")</c></summary>
    static bool IsNested(InvocationExpressionSyntax call, ExpressionSyntax target) =>
        call.Parent switch
        {
            AssignmentExpressionSyntax { Left: var left } when left.ToString() == target.ToString() => true,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax outer } list } argument
                when list.Arguments[0] == argument && outer.MethodName() == call.MethodName() => true,
            _ => (target as InvocationExpressionSyntax)?.MethodName() is { } name && name == call.MethodName(),
        };
}

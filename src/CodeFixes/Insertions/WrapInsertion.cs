using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Nests <c>F(target, name, value)</c> into further calls of the same function.</summary>
static class WrapInsertion
{
    public static bool TryInsert(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (request.Place is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 2 } arguments } call)
            return false;
        var target = arguments[0].Expression;
        var head = TextSpan.FromBounds(call.SpanStart, target.SpanStart);
        var tail = TextSpan.FromBounds(target.Span.End, call.Span.End);
        if (request.Pair is not { } pair || !pair.LiesIn(tail))
            return false;
        foreach (var parameter in parameters)
        {
            edits.Insert(call.SpanStart, edits.File.Text.ToString(head));
            edits.Insert(call.Span.End, pair.Copy(tail, parameter));
        }
        return true;
    }
}

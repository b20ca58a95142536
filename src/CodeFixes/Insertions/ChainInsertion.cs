using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Repeats a call within a chain of calls.</summary>
static class ChainInsertion
{
    public static bool TryInsert(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (request.Place is not InvocationExpressionSyntax call || Dot(call) is not { } dot || request.Pair is not { } pair)
            return false;
        var link = TextSpan.FromBounds(dot.SpanStart, call.Span.End);
        var file = edits.File;
        // What begins a chain is no link of it.
        if (!pair.LiesIn(link) || file.Model.GetSymbolInfo(call).Symbol is { IsStatic: true })
            return false;
        var separator = file.StartsLine(dot.SpanStart) ? file.NewLine + file.IndentAt(dot.SpanStart) : "";
        edits.Insert(call.Span.End, string.Concat(parameters.Select(parameter => separator + pair.Copy(link, parameter))));
        return true;
    }

    static SyntaxToken? Dot(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.OperatorToken,
            MemberBindingExpressionSyntax binding => binding.OperatorToken,
            _ => null,
        };
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.CodeFixes.Wiring;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Goes on with a library's call that begins a request.</summary>
static class CallInsertion
{
    /// <summary>Adds the call that takes the one parameter.</summary>
    public static bool TryAppend(DocumentEdits edits, Request request, IReadOnlyList<Parameter> parameters)
    {
        if (request is not { Place: InvocationExpressionSyntax call, Names: [var method] } || parameters is not [{ Name: ParameterNames.CodeVerifier } verifier])
            return false;
        // Where the chain has a line for each call, this one gets its own.
        var file = edits.File;
        var separator = call.Parent is MemberAccessExpressionSyntax { OperatorToken: var dot } && file.StartsLine(dot.SpanStart) ? file.NewLine + file.IndentAt(dot.SpanStart) : "";
        edits.Insert(call.Span.End, $"{separator}.{method}({verifier.Code})");
        return true;
    }

    /// <summary>Puts the request as it was begun before in the place of the call.</summary>
    public static bool TryReplace(DocumentEdits edits, Request request, IReadOnlyList<Parameter> parameters)
    {
        if (parameters is not [{ Name: ParameterNames.Begun } begun])
            return false;
        edits.Replace(request.Span, begun.Code);
        return true;
    }
}

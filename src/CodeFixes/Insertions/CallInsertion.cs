using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Goes on with a library's call that begins a request.</summary>
static class CallInsertion
{
    /// <summary>Adds the call that takes the one parameter.</summary>
    public static bool TryAppend(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (
            request is not { Place: InvocationExpressionSyntax call, Names: [var method] }
            || parameters is not [{ Name: ProofKeyParameters.CodeVerifier } verifier]
        )
            return false;
        Append(edits, call, [$".{method}({verifier.Code})"]);
        return true;
    }

    /// <summary>Adds a call for each parameter that takes its name and its value.</summary>
    public static bool TryAppendEach(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (request is not { Place: InvocationExpressionSyntax call, Names: [var method] })
            return false;
        Append(edits, call, parameters.Select(parameter => $".{method}(\"{parameter.Name}\", {parameter.Code})"));
        return true;
    }

    /// <summary>Where the chain has a line for each call, each one gets its own.</summary>
    static void Append(DocumentEdits edits, InvocationExpressionSyntax call, IEnumerable<string> links)
    {
        var file = edits.File;
        var separator =
            call.Parent is MemberAccessExpressionSyntax { OperatorToken: var dot } && file.StartsLine(dot.SpanStart)
                ? file.NewLine + file.IndentAt(dot.SpanStart)
                : "";
        edits.Insert(call.Span.End, string.Concat(links.Select(link => separator + link)));
    }

    /// <summary>Puts the request as it was begun before in the place of the call.</summary>
    public static bool TryReplace(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (parameters is not [{ Name: ProofKeyParameters.Begun } begun])
            return false;
        edits.Replace(request.Span, begun.Code);
        return true;
    }
}

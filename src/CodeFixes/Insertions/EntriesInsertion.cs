using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds elements to an initializer or collection expression, in the form of the one that the pair lies in.</summary>
static class EntriesInsertion
{
    public static bool TryInsert(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters) =>
        request.Place switch
        {
            InitializerExpressionSyntax place => TryAppend(edits, request.Pair, place.Expressions, parameters),
            CollectionExpressionSyntax place => TryAppend(edits, request.Pair, place.Elements, parameters),
            AnonymousObjectCreationExpressionSyntax place => TryAppend(edits, request.Pair, place.Initializers, parameters),
            _ => false,
        };

    static bool TryAppend<T>(DocumentEdits edits, Pair? pair, SeparatedSyntaxList<T> list, IReadOnlyList<AddedParameter> parameters)
        where T : SyntaxNode
    {
        var pattern = list.FirstOrDefault(element => pair is not null && pair.LiesIn(element.Span));
        if (pattern is null)
            return false;
        ElementList.Append(edits, list, [.. parameters.Select(parameter => pair!.Copy(pattern.Span, parameter))]);
        return true;
    }
}

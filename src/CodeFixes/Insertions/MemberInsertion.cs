using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Wiring;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Gives parameters to a request whose type or method takes them: as members of an object's initializer, or as named arguments of a call.</summary>
static class MemberInsertion
{
    public static bool TryInsert(DocumentEdits edits, Request request, IReadOnlyList<Parameter> parameters)
    {
        // What has no name the library sets itself.
        var given = request.Names.Zip(parameters, (name, parameter) => (Name: name, parameter.Code)).ToList();
        switch (request.Place)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }:
                ElementList.Append(edits, arguments, [.. given.Select(one => $"{one.Name}: {one.Code}")]);
                return given.Count > 0;
            case BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } members }:
                ElementList.Append(edits, members, [.. given.Select(one => $"{one.Name} = {one.Code}")]);
                return given.Count > 0;
            case BaseObjectCreationExpressionSyntax { Initializer: null } creation:
                edits.Insert(creation.Span.End, $" {{ {string.Join(", ", given.Select(one => $"{one.Name} = {one.Code}"))} }}", Layer.Closing);
                return given.Count > 0;
            default:
                return false;
        }
    }
}

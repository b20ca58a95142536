using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Gives parameters to a request whose type or method takes them: as members of an object's initializer, or as named arguments of
/// a call.</summary>
static class MemberInsertion
{
    /// <summary>Makes the object one of the type that has the member.</summary>
    public static bool TryInsertAs(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (
            request is not { Place: ObjectCreationExpressionSyntax creation, Names: [var type, var member] }
            || !TryInsert(edits, request, [member], parameters)
        )
            return false;
        edits.Replace(creation.Type.GetLastToken().Span, type);
        return true;
    }

    /// <param name="names">What the parameters are called there. What has no name the library sets itself.</param>
    public static bool TryInsert(
        DocumentEdits edits,
        InsertionTarget request,
        IReadOnlyList<string> names,
        IReadOnlyList<AddedParameter> parameters
    )
    {
        if (names.Count == 0)
            return false;
        List<string> Given(string sign) => [.. names.Zip(parameters, (name, parameter) => name + sign + parameter.Code)];
        switch (request.Place)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }:
                ElementList.Append(edits, arguments, Given(": "));
                return true;
            case BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } members }:
                ElementList.Append(edits, members, Given(" = "));
                return true;
            case BaseObjectCreationExpressionSyntax { Initializer: null } creation:
                edits.Insert(creation.Span.End, $" {{ {string.Join(", ", Given(" = "))} }}", Layer.Closing);
                return true;
            default:
                return false;
        }
    }
}

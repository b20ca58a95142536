using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Wiring;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Declares members for parameters in the type of a request, and sets them where the object is made.</summary>
static class NewMemberInsertion
{
    public static bool TryInsert(SolutionEdits edits, Request request, IReadOnlyList<Parameter> parameters)
    {
        if (request.Place is not BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } members } || request.Member is not { } pattern)
            return false;
        var given = new List<string>();
        foreach (var parameter in parameters)
        {
            if (pattern.NameOf(parameter) is not { } name)
                return false;
            pattern.Declare(edits, parameter, name);
            given.Add($"{name} = {parameter.Code}");
        }
        ElementList.Append(edits.In(request.File), members, given);
        return true;
    }
}

using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Declares members for parameters in the type of a request, and sets them where the object is made.</summary>
static class NewMemberInsertion
{
    public static bool TryInsert(SolutionEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        if (request.Member is not { } pattern)
            return false;
        var names = parameters.Select(pattern.NameOf).OfType<string>().ToList();
        if (names.Count < parameters.Count || !MemberInsertion.TryInsert(edits.In(request.File), request, names, parameters))
            return false;
        foreach (var (parameter, name) in parameters.Zip(names, (parameter, name) => (parameter, name)))
            pattern.Declare(edits, parameter, name);
        return true;
    }
}

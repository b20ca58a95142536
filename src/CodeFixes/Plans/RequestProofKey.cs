using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Chooses what makes the proof key of a request: the library's own call where it has one.</summary>
static class RequestProofKey
{
    public static IProofKeyCode At(InsertionTarget request, int position, SolutionEdits edits, SolutionEdits planned, Names names) =>
        request.Kind == InsertionKind.OutCall && request.File.LanguageVersion >= LanguageVersion.CSharp7
            ? new OutCallProofKeyCode(
                request.File.Text.ToString(request.Span),
                request.Names[0],
                () => names.Local("authorizationRequest", null, request.Place)
            )
            : ProofKeyCode.At(request.File, position, edits, planned);
}

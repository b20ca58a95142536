using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>Chooses what makes the proof key: the Runtime where it is referenced, else a helper in the file.</summary>
static class ProofKeyCode
{
    /// <summary>Also edits what the code needs to compile at <paramref name="position"/>: a using directive or the helper.
    /// <paramref name="planned"/> are the edits that the same repair makes elsewhere.</summary>
    public static IVerifierCode At(SourceFile file, int position, SolutionEdits edits, SolutionEdits planned) =>
        RuntimeProofKeyCode.TryCreate(file, position, edits) as IVerifierCode
        ?? new HelperProofKeyCode(ProofKeyHelper.Class.NameAt(file, position, edits, planned));
}

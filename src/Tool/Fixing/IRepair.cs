using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>A code fix, as the tool applies it.</summary>
interface IRepair
{
    bool Takes(Diagnostic diagnostic);

    /// <summary>The solution with as many of <paramref name="diagnostics"/> repaired as can be; the same where that is none.</summary>
    Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Diagnostic> diagnostics, HelperHome home, CancellationToken cancel);
}

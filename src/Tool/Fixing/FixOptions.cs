using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What <c>pkce fix</c> was asked to do.</summary>
/// <param name="Ids">The rules whose findings are repaired; none: all.</param>
/// <param name="Minimum">The least severity that is repaired.</param>
/// <param name="UsesRuntime">Whether repairs call PkceAnalyzers.Runtime, and projects get a reference to its package.</param>
/// <param name="IsDryRun">Whether what would change is printed and nothing is written.</param>
sealed record FixOptions(IReadOnlyCollection<string> Ids, DiagnosticSeverity Minimum, bool UsesRuntime, bool IsDryRun)
{
    public bool Takes(Diagnostic diagnostic) =>
        !diagnostic.IsSuppressed && diagnostic.Severity >= Minimum && (Ids.Count == 0 || Ids.Contains(diagnostic.Id));
}

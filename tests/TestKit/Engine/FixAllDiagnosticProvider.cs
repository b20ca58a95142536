using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Gives Fix All the diagnostics of a solution that has been analysed.</summary>
sealed class FixAllDiagnosticProvider(AnalyzedSolution analyzed) : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        => Where(document.Project, diagnostic => analyzed.DocumentOf(diagnostic)?.Id == document.Id);

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => Where(project, diagnostic => !diagnostic.Location.IsInSource);

    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => Where(project, _ => true);

    Task<IEnumerable<Diagnostic>> Where(Project project, Func<Diagnostic, bool> condition)
        => Task.FromResult(analyzed.In(project).Where(diagnostic => !diagnostic.IsSuppressed && condition(diagnostic)));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>A program with what the compiler and the analyzer say about it.</summary>
sealed class AnalyzedProgram : FixAllContext.DiagnosticProvider
{
    readonly ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> _findings;

    AnalyzedProgram(Solution solution, ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> findings, IReadOnlyDictionary<string, int> faults)
    {
        Solution = solution;
        _findings = findings;
        Faults = faults;
    }

    public Solution Solution { get; }

    public IReadOnlyList<Diagnostic> Findings => [.. Solution.ProjectIds.SelectMany(id => _findings[id])];

    /// <summary>The compiler's errors and warnings, counted by their ids.</summary>
    public IReadOnlyDictionary<string, int> Faults { get; }

    public IReadOnlyDictionary<string, int> FindingsById => Findings.CountBy(finding => finding.Id).ToDictionary();

    public static async Task<AnalyzedProgram> OfAsync(Solution solution, CancellationToken cancellation)
    {
        var findings = ImmutableDictionary.CreateBuilder<ProjectId, ImmutableArray<Diagnostic>>();
        var faults = new List<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync(cancellation))!;
            faults.AddRange(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed
                // Off in every project that the SDK builds; counted by uses.
                && diagnostic.Id != "CS1701"));
            var found = await compilation.WithAnalyzers([new PkceAnalyzer(), new NoPkceSuppressor()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellation);
            findings.Add(project.Id, [.. found.Where(finding => !finding.IsSuppressed).OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan).ThenBy(finding => finding.Id, StringComparer.Ordinal)]);
        }
        return new AnalyzedProgram(solution, findings.ToImmutable(), faults.CountBy(fault => fault.Id).ToDictionary());
    }

    /// <summary>The source or additional file that a finding lies in; null where it lies in none.</summary>
    public TextDocument? DocumentOf(Diagnostic finding) => finding.Location.IsInSource
        ? Solution.GetDocument(finding.Location.SourceTree)
        : Solution.Projects.SelectMany(project => project.AdditionalDocuments).FirstOrDefault(document => document.FilePath == finding.Location.GetLineSpan().Path);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(_findings[document.Project.Id].Where(finding => DocumentOf(finding)?.Id == document.Id));

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(_findings[project.Id].Where(finding => !finding.Location.IsInSource));

    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<Diagnostic>>(_findings[project.Id]);
}

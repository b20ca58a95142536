using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary><c>pkce scan</c>: from paths to reports and an exit code.</summary>
sealed class ScanCommand(
    TextWriter output,
    TextWriter error,
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    Func<SourceText, bool> mayMatter
)
{
    /// <exception cref="InputException">There is nothing that could be scanned.</exception>
    public async Task<int> RunAsync(ScanOptions options, CancellationToken cancel)
    {
        var problems = new Problems(error, options.Verbosity);
        var result = await ProgressBar.ShowAsync(
            problems,
            progress => new ScanRun(options, analyzers, mayMatter, problems, progress).RunAsync(cancel)
        );
        Reports.Print(result, options, output);
        Reports.WriteFiles(result, options, problems);
        if (result.IsInterrupted)
            return ExitCode.Cancelled;
        if (problems.HaveErrors)
            return ExitCode.Failed;
        return result.Findings.Any(finding => finding.Severity >= options.FailOn) ? ExitCode.Findings : ExitCode.NothingFound;
    }
}

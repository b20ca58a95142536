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
        var result = options.Targets is { } targets
            ? await EachAsync(targets, options, problems, cancel)
            : await ProgressBar.ShowAsync(problems, progress => Run(options, problems, progress).RunAsync(cancel));
        Reports.Print(result, options, output);
        Reports.WriteFiles(result, options, problems);
        if (result.IsInterrupted)
            return ExitCode.Cancelled;
        if (problems.HaveErrors)
            return ExitCode.Failed;
        return result.Findings.Any(finding => finding.Severity >= options.FailOn) ? ExitCode.Findings : ExitCode.NothingFound;
    }

    /// <summary>Scans targets one after another: the memory of one is free for the next.</summary>
    async Task<ScanResult> EachAsync(IReadOnlyList<string> targets, ScanOptions options, Problems problems, CancellationToken cancel)
    {
        var results = new List<ScanResult>();
        foreach (var target in targets)
        {
            problems.Note($"{target}: {results.Count + 1} of {targets.Count}");
            try
            {
                var one = options with { Paths = [target] };
                results.Add(await ProgressBar.ShowAsync(problems, progress => Run(one, problems, progress).RunAsync(cancel)));
            }
            catch (InputException e)
            {
                problems.Error(e.Message);
            }
            if (cancel.IsCancellationRequested)
                break;
        }
        return ScanResult.Sum(results, ScanRun.RulesOf(analyzers, options), problems.All);
    }

    ScanRun Run(ScanOptions options, Problems problems, IScanProgress progress) => new(options, analyzers, mayMatter, problems, progress);
}

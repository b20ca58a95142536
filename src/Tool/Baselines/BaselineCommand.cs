using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Reporting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Baselines;

/// <summary><c>pkce baseline</c>: writes the present findings down as known, and forgets those that are gone.</summary>
sealed class BaselineCommand(
    TextWriter output,
    TextWriter error,
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    Func<SourceText, bool> mayMatter
)
{
    /// <param name="file">The baseline, as it was written.</param>
    /// <param name="onlyForget">Whether nothing new is written down.</param>
    /// <param name="options">What is scanned.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="InputException">There is nothing that could be scanned, or the file cannot be read or written.</exception>
    public async Task<int> RunAsync(string file, bool onlyForget, ScanOptions options, CancellationToken cancel)
    {
        var problems = new Problems(error, options.Verbosity);
        var known = File.Exists(file) ? Baseline.Read(file) : Baseline.Empty(file);
        var result = await ProgressBar.ShowAsync(
            problems,
            progress => new ScanRun(options, analyzers, mayMatter, problems, progress).RunAsync(cancel)
        );
        if (result.IsInterrupted)
            throw new OperationCanceledException();
        if (problems.HaveErrors)
            throw new InputException($"{file}: is left as it was: not everything could be scanned");

        var present = result.Findings.Select(known.EntryOf).ToHashSet();
        // What was not scanned this time is known as before.
        var kept = known
            .Entries.Where(entry =>
                present.Contains(entry) || !result.Scanned.Contains(known.FullPath(entry)) && File.Exists(known.FullPath(entry))
            )
            .ToHashSet();
        var added = onlyForget ? [] : present.Except(kept).ToList();
        Baseline.Write(file, kept.Concat(added));
        output.WriteLine(
            $"{file}: {TextReport.Count(kept.Count + added.Count, "finding")} ({added.Count} new, {known.Entries.Count - kept.Count} gone)"
        );
        return ExitCode.NothingFound;
    }
}

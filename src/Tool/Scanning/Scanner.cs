using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>Runs the analyzers over compiled groups, on all cores, with results that do not depend on the order.</summary>
sealed class Scanner(ImmutableArray<DiagnosticAnalyzer> analyzers, Problems problems)
{
    /// <summary>What was found, each place once, sorted by path and position.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(IReadOnlyList<CompiledGroup> groups, CancellationToken cancel)
    {
        if (analyzers.IsEmpty)
            return [];
        var findings = new ConcurrentBag<Finding>();
        var failures = new ConcurrentBag<string>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        await Parallel.ForEachAsync(groups, parallel, async (group, stop) =>
        {
            var options = new CompilationWithAnalyzersOptions(
                group.Options,
                (exception, analyzer, _) => failures.Add(
                    $"{group.Group.Location}: AD0001: analyzer {analyzer.GetType().Name} failed: {exception.GetType().Name}: {exception.Message}"),
                concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            foreach (var diagnostic in await group.Compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(stop))
                findings.Add(Finding.From(diagnostic, group.Group.Location));
        });
        foreach (var failure in failures.Distinct().Order(StringComparer.Ordinal))
            problems.Error(failure);
        // A file may be part of several projects.
        return [.. findings.Distinct().OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)
            .ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
    }
}

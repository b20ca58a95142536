using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>
/// Runs the analyzers over compiled groups, on all cores, with results that do not depend on the order. Files are
/// analysed one by one, as an editor does it: analysing a compilation at once binds every file of it, which
/// takes several times as long as everything else.
/// </summary>
/// <param name="analyzers">What to run.</param>
/// <param name="mayMatter">Whether the analyzers could find anything in a C# file of this text.</param>
/// <param name="problems">Where failures of analyzers go.</param>
sealed partial class Scanner(ImmutableArray<DiagnosticAnalyzer> analyzers, Func<SourceText, bool> mayMatter, Problems problems)
{
    readonly ConcurrentBag<(CompiledGroup Group, Diagnostic Diagnostic)> _found = [];
    readonly ConcurrentBag<string> _failures = [];

    /// <summary>What was found, each place once, sorted by path and position.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(IReadOnlyList<CompiledGroup> groups, CancellationToken cancel)
    {
        var found = await DiagnosticsAsync(groups, cancel);
        // A file may be part of several projects.
        return [.. found.Select(f => Finding.From(f.Diagnostic, f.Group.Compilation, f.Group.Group.Location)).Distinct().Order(Finding.ByPlace)];
    }

    /// <summary>What the analyzers report, in no order.</summary>
    public async Task<IReadOnlyCollection<(CompiledGroup Group, Diagnostic Diagnostic)>> DiagnosticsAsync(IReadOnlyList<CompiledGroup> groups, CancellationToken cancel)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        await Parallel.ForEachAsync(groups.SelectMany(Files), parallel, async (analyzeFile, stop) => await analyzeFile(stop));
        foreach (var failure in _failures.Distinct().Order(StringComparer.Ordinal))
            problems.Error(failure);
        return _found;
    }

    IEnumerable<Func<CancellationToken, Task>> Files(CompiledGroup group)
    {
        var driver = group.Compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            group.Options, (exception, analyzer, report) => Failed(group, exception, analyzer, report), concurrentAnalysis: true, logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true));
        // The first file also stands for the options, which are judged once.
        foreach (var tree in group.Sources.Where((tree, index) => index == 0 || mayMatter(tree.GetText())))
            yield return async stop => Add(group, await driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(tree), null, stop));
        foreach (var file in group.Options.AdditionalFiles)
            yield return async stop => Add(group, (await driver.GetAnalysisResultAsync(file, stop)).GetAllDiagnostics());
    }

    void Add(CompiledGroup group, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            _found.Add((group, diagnostic));
    }

    void Failed(CompiledGroup group, Exception exception, DiagnosticAnalyzer analyzer, Diagnostic report)
    {
        // The compiler's own report is the only one who knows the file.
        var file = AnalyzedFile().Match(report.GetMessage(CultureInfo.InvariantCulture)) is { Success: true } match
            ? match.Groups[1].Value.Trim() : group.Group.Location;
        var place = new StackTrace(exception).GetFrame(0)?.GetMethod() is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        _failures.Add($"{file}: AD0001: {analyzer.GetType().Name} failed{place}: {exception.GetType().Name}: {exception.Message}");
    }

    [GeneratedRegex(@"^SyntaxTree: (.+)$", RegexOptions.Multiline)]
    private static partial Regex AnalyzedFile();
}

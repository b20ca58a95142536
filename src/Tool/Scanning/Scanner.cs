using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>
/// Runs the analyzers over compiled groups, on all cores, with results that do not depend on the order. Files are
/// analysed one by one, as an editor does it: analysing a compilation at once binds every file of it, which
/// takes several times as long as everything else.
/// </summary>
/// <param name="analyzers">What to run.</param>
/// <param name="mayMatter">Whether the analyzers could find anything in a C# file of this text.</param>
/// <param name="problems">Where failures of analyzers go.</param>
/// <param name="options">How they are run.</param>
sealed partial class Scanner(
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    Func<SourceText, bool> mayMatter,
    Problems problems,
    ScannerOptions? options = null
)
{
    readonly ScannerOptions _options = options ?? new ScannerOptions();
    readonly ConcurrentBag<(CompiledGroup Group, Diagnostic Diagnostic)> _found = [];
    readonly ConcurrentBag<string> _failures = [];
    readonly ConcurrentDictionary<CompiledGroup, TimeLimit> _limits = [];

    /// <summary>What the analyzers reported so far, in no order.</summary>
    public IReadOnlyCollection<(CompiledGroup Group, Diagnostic Diagnostic)> Found => _found;

    /// <summary>What the analyzers report, in no order.</summary>
    public async Task<IReadOnlyCollection<(CompiledGroup Group, Diagnostic Diagnostic)>> DiagnosticsAsync(
        IReadOnlyList<CompiledGroup> groups,
        CancellationToken cancel
    )
    {
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs, CancellationToken = cancel };
            await Parallel.ForEachAsync(
                groups.SelectMany(Files),
                parallel,
                async (file, stop) => await AnalyzeAsync(file.Group, file.Analyze, stop)
            );
        }
        finally
        {
            foreach (var failure in _failures.Distinct().Order(StringComparer.Ordinal))
                problems.Error(failure);
            foreach (var (group, limit) in _limits.OrderBy(pair => pair.Key.Group.Location, StringComparer.Ordinal))
                limit.Tell(group, problems);
            foreach (var warning in groups.SelectMany(Unfinished))
                problems.Warning(warning);
        }
        return _found;
    }

    /// <summary>How many files will be analysed.</summary>
    public int Count(IEnumerable<CompiledGroup> groups) => groups.Sum(group => Covered(group).Count() + CoveredAdditional(group).Count());

    async Task AnalyzeAsync(CompiledGroup group, Func<CancellationToken, Task<ImmutableArray<Diagnostic>>> analyze, CancellationToken stop)
    {
        if (_options.Timeout is not { } timeout)
            Add(group, await analyze(stop));
        else if (await _limits.GetOrAdd(group, _ => new TimeLimit(timeout)).TryRunAsync(analyze, stop) is { } diagnostics)
            Add(group, diagnostics);
        _options.Done(group.Group);
    }

    IEnumerable<(CompiledGroup Group, Func<CancellationToken, Task<ImmutableArray<Diagnostic>>> Analyze)> Files(CompiledGroup group)
    {
        var driver = group.Compilation.WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(
                group.Options,
                (exception, analyzer, report) => Failed(group, exception, analyzer, report),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true
            )
        );
        foreach (var tree in Covered(group))
            yield return (group, stop => driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(tree), null, stop));
        foreach (var file in CoveredAdditional(group))
            yield return (group, async stop => (await driver.GetAnalysisResultAsync(file, stop)).GetAllDiagnostics());
    }

    /// <summary>The first file also stands for the options, which are judged once.</summary>
    IEnumerable<SyntaxTree> Covered(CompiledGroup group) =>
        group.Code.Where(tree => _options.Covers(group.PathOf(tree))).Where((tree, index) => index == 0 || mayMatter(tree.GetText()));

    IEnumerable<AdditionalText> CoveredAdditional(CompiledGroup group) =>
        group.Options.AdditionalFiles.Where(file => _options.Covers(file.Path));

    /// <summary>Says of a group what was too much work; nothing where nothing was.</summary>
    public static IEnumerable<string> Unfinished(CompiledGroup group)
    {
        var unfinished = ProjectAnalysis.WorkWith(group.Options).SelectMany(work => work.Unfinished).Distinct().Count();
        if (unfinished > 0)
            yield return $"{group.Group.Location}: {TextReport.Count(unfinished, "member")} not looked at to the end: too much work";
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
            ? match.Groups[1].Value.Trim()
            : group.Group.Location;
        var place = new StackTrace(exception).GetFrame(0)?.GetMethod() is { } method
            ? $" in {method.DeclaringType?.Name}.{method.Name}"
            : "";
        _failures.Add($"{file}: AD0001: {analyzer.GetType().Name} failed{place}: {exception.GetType().Name}: {exception.Message}");
    }

    [GeneratedRegex(@"^SyntaxTree: (.+)$", RegexOptions.Multiline)]
    private static partial Regex AnalyzedFile();
}

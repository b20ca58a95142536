using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Runs analyzers over a project, as a build does or as an editor does. Fails the test when one throws.</summary>
sealed class AnalyzerRunner(ImmutableArray<DiagnosticAnalyzer> analyzers, Func<Project, AnalyzerOptions> options)
{
    /// <summary>Analyses the compilation as a whole, like a build.</summary>
    public async Task<ImmutableArray<Diagnostic>> WholeAsync(Project project, bool concurrent, IVerifier verify, CancellationToken cancellationToken)
    {
        var compilation = await CompileAsync(project, cancellationToken);
        return await RunAsync(compilation, options(project), concurrent, verify, driver => driver.GetAnalyzerDiagnosticsAsync(cancellationToken));
    }

    /// <summary>Analyses each file by itself with a driver of its own, like an editor with this file open. An editor
    /// does not show what the callbacks of one file report in another.</summary>
    public async Task<ImmutableArray<Diagnostic>> DocumentByDocumentAsync(Project project, IVerifier verify, CancellationToken cancellationToken)
    {
        var compilation = await CompileAsync(project, cancellationToken);
        var projectOptions = options(project);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            diagnostics.AddRange(await RunAsync(compilation, projectOptions, concurrent: true, verify, async driver =>
            [
                .. await driver.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken),
                .. await driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(tree), filterSpan: null, cancellationToken),
            ]));
        }

        foreach (var file in projectOptions.AdditionalFiles)
        {
            diagnostics.AddRange(await RunAsync(compilation, projectOptions, concurrent: true, verify, async driver =>
                (await driver.GetAnalysisResultAsync(file, cancellationToken)).GetAllDiagnostics()));
        }

        return diagnostics.ToImmutable();
    }

    static async Task<Compilation> CompileAsync(Project project, CancellationToken cancellationToken)
        => await project.GetCompilationAsync(cancellationToken) ?? throw new NotSupportedException($"{project.Language} has no compiler here");

    async Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation, AnalyzerOptions analyzerOptions, bool concurrent, IVerifier verify,
        Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> run)
    {
        var thrown = new ConcurrentQueue<(DiagnosticAnalyzer Analyzer, Exception Exception)>();
        var driver = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            analyzerOptions,
            onAnalyzerException: (exception, analyzer, _) => thrown.Enqueue((analyzer, exception)),
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true));
        var diagnostics = await run(driver);
        if (thrown.TryPeek(out var first))
            verify.Fail($"{first.Analyzer} threw (AD0001):{Environment.NewLine}{first.Exception}");
        return diagnostics;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary><c>pkce fix</c>: from a path to repaired files and an exit code.</summary>
sealed class FixCommand(TextWriter output, TextWriter error, ImmutableArray<DiagnosticAnalyzer> analyzers, Func<SourceText, bool> mayMatter)
{
    /// <exception cref="InputException">There is nothing that could be repaired.</exception>
    public async Task<int> RunAsync(string path, FixOptions options, CancellationToken cancel)
    {
        var problems = new Problems(error);
        var groups = await CodeBase.OpenAsync([path], problems, cancel);
        var compiler = new Compiler(problems);
        var compiled = groups.Select(group => compiler.Compile(group, cancel)).ToList();

        var writable = new Writable(path);
        var package = new RuntimePackage(writable, problems);
        var code = new CodeSolution(compiled, group => options.UsesRuntime ? package.ReferenceFor(group) : null);
        var analysis = new AnalyzedCode.Analysis(code, analyzers, mayMatter, options.Minimum);
        var run = new RepairRun(analysis, new RepairTrial(analysis, writable, problems), options);
        var outcomes = await run.RunAsync(problems, cancel);
        var (written, _) = await code.FilesAsync(run.Solution, cancel);
        var files = written.Concat(await package.NeededEditsAsync(code, run.Solution, cancel)).ToList();

        var report = new FixReport(output, Environment.CurrentDirectory);
        if (options.IsDryRun)
            files.ForEach(report.PrintDifference);
        else if (!new FileWriter(problems).TryWrite(files))
            return ExitCode.Failed;
        report.Print(outcomes, files, isWritten: !options.IsDryRun);

        if (problems.HaveErrors)
            return ExitCode.Failed;
        return outcomes.Any(outcome => outcome.Left is not null && outcome.Finding.Severity >= DiagnosticSeverity.Warning)
            ? ExitCode.Findings
            : ExitCode.NothingFound;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary><c>pkce scan</c>: from a path to printed findings and an exit code.</summary>
sealed class ScanCommand(TextWriter output, TextWriter error, ImmutableArray<DiagnosticAnalyzer> analyzers, Func<SourceText, bool> mayMatter)
{
    /// <exception cref="InputException">There is nothing that could be scanned.</exception>
    public async Task<int> RunAsync(string path, DiagnosticSeverity minimum, bool showSuppressed, CancellationToken cancel)
    {
        var problems = new Problems(error);
        var groups = CodeBase.Open(path, problems);
        var compiler = new Compiler(problems);
        var compiled = groups.Select(group => compiler.Compile(group, cancel)).ToList().FindAll(c => c.Group.IsScanned);

        var all = (await new Scanner(analyzers, mayMatter, problems).RunAsync(compiled, cancel)).Where(f => f.Severity >= minimum).ToList();
        var findings = all.FindAll(f => f.Suppression is null);
        var suppressed = all.FindAll(f => f.Suppression is not null);

        var sources = compiled.SelectMany(c => c.Sources).DistinctBy(tree => tree.FilePath).ToList();
        new Report(output, Environment.CurrentDirectory).Print(findings, suppressed, showSuppressed, sources.Count, sources.Sum(Lines), compiled.Count(c => c.Group.Project is not null));

        if (problems.HaveErrors)
            return ExitCode.Failed;
        return findings.Exists(f => f.Severity >= DiagnosticSeverity.Warning) ? ExitCode.Findings : ExitCode.NothingFound;
    }

    static int Lines(SyntaxTree tree)
    {
        var lines = tree.GetText().Lines;
        return lines[^1].Span.IsEmpty ? lines.Count - 1 : lines.Count; // the end of the last line begins none
    }
}

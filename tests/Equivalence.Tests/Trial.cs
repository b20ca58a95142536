using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using PkceAnalyzers.Equivalence.Tests.Rewrites;

namespace PkceAnalyzers.Equivalence.Tests;

/// <summary>What became of a program's findings when it was written otherwise.</summary>
/// <param name="Kept">Findings that are there as before, by rule.</param>
/// <param name="Lost">Findings that are gone.</param>
/// <param name="Added">Findings that have come.</param>
sealed record Trial(string Program, Rewrite Rewrite, IReadOnlyDictionary<string, int> Kept, IReadOnlyDictionary<string, int> Lost, IReadOnlyDictionary<string, int> Added)
{
    /// <summary>The rewritten program, for those who look into a hole.</summary>
    public required Solution Solution { get; init; }

    /// <summary>Null where the rewrite does not apply, or does not compile there.</summary>
    public static async Task<Trial?> RunAsync(ProgramOfTests program, IReadOnlyList<Rewrite> rewrites, CancellationToken cancellation)
    {
        var rewritten = program.Solution;
        foreach (var rewrite in rewrites)
        {
            if (await rewrite.ApplyAsync(rewritten, cancellation) is not { } next)
                return null;
            rewritten = next;
        }
        var after = await AnalysisResult.OfAsync(rewritten, cancellation);
        if (!rewrites.Any(rewrite => rewrite.LeavesUnresolved) && after.Errors.Except(program.Result.Errors).Any())
            return null;
        var mayLose = rewrites.SelectMany(rewrite => rewrite.MayLose).ToHashSet();
        var ids = program.Result.Findings.Keys.Union(after.Findings.Keys).Order(StringComparer.Ordinal).ToList();
        return new Trial(program.Name, rewrites.Count == 1 ? rewrites[0] : new Rewrite(string.Join(", then ", rewrites.Select(rewrite => rewrite.Name)), _ => []),
            Count(id => Math.Min(Before(id), After(id))), Count(id => mayLose.Contains(id) ? 0 : Before(id) - After(id)), Count(id => After(id) - Before(id))) { Solution = rewritten };

        int Before(string id) => program.Result.Findings.GetValueOrDefault(id);

        int After(string id) => after.Findings.GetValueOrDefault(id);

        Dictionary<string, int> Count(Func<string, int> count) => ids.Where(id => count(id) > 0).ToDictionary(id => id, count);
    }
}

/// <summary>What the compiler and the analyzer say about a program.</summary>
/// <param name="Errors">The compiler's errors: id and number.</param>
/// <param name="Findings">How many findings each rule has.</param>
sealed record AnalysisResult(IReadOnlySet<(string Id, int Count)> Errors, IReadOnlyDictionary<string, int> Findings)
{
    public static async Task<AnalysisResult> OfAsync(Solution solution, CancellationToken cancellation)
    {
        var errors = new List<Diagnostic>();
        var findings = new List<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync(cancellation))!;
            errors.AddRange(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            var analyzed = compilation.WithAnalyzers([new PkceAnalyzer(), new NoPkceSuppressor()], project.AnalyzerOptions);
            findings.AddRange((await analyzed.GetAnalyzerDiagnosticsAsync(cancellation)).Where(finding => !finding.IsSuppressed));
        }
        return new AnalysisResult(errors.CountBy(error => error.Id).Select(group => (group.Key, group.Value)).ToHashSet(), findings.CountBy(finding => finding.Id).ToDictionary());
    }
}

/// <summary>A program of the tests with its findings.</summary>
sealed record ProgramOfTests(string Name, Solution Solution, AnalysisResult Result)
{
    /// <summary>The programs of the analyzer's and the fixes' tests, and those of folders, that have findings.</summary>
    /// <param name="name">A part of the names of those that are wanted.</param>
    public static async Task<IReadOnlyList<ProgramOfTests>> AllAsync(IEnumerable<string> folders, CancellationToken cancellation, string name = "")
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<ProgramOfTests>();
        var programs = (await TestPrograms.AllAsync(name)).Concat(await Task.WhenAll(folders.SelectMany(Directory.GetDirectories).SelectMany(Directory.GetDirectories).Select(OfFolderAsync)));
        await Parallel.ForEachAsync(programs.Where(program => program.Name.Contains(name, StringComparison.OrdinalIgnoreCase)), cancellation, async (program, token) =>
        {
            var result = await AnalysisResult.OfAsync(program.Solution, token);
            if (result.Findings.Count > 0)
                found.Add(new ProgramOfTests(program.Name, program.Solution, result));
        });
        return [.. found.OrderBy(program => program.Name, StringComparer.Ordinal)];
    }

    static Task<TestProgram> OfFolderAsync(string folder) => TestProgram.OfAsync($"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}", OutputKind.DynamicallyLinkedLibrary,
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".cs" or ".json" or ".razor" or ".cshtml").Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))));
}

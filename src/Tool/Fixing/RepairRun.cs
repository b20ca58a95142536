using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Applies the fixes to a solution until none has anything left to repair.</summary>
sealed class RepairRun(CodeSolution code, Writable writable, FixOptions options, ImmutableArray<DiagnosticAnalyzer> analyzers, Func<SourceText, bool> mayMatter, Problems problems)
{
    /// <summary>A repair may make room for another; more rounds than these would be going in circles.</summary>
    const int MostRounds = 3;

    readonly Dictionary<(string Path, string Id), string> _objections = [];

    /// <summary>What the fixes have made of the code so far.</summary>
    public Solution Solution { get; private set; } = code.Original;

    /// <summary>Repairs what can be, and tells of each finding what became of it.</summary>
    public async Task<IReadOnlyList<Outcome>> RunAsync(CancellationToken cancel)
    {
        var first = await FindAsync(null, cancel);
        var locations = first.Select(found => found.Group.Group.Location).ToHashSet(StringComparer.Ordinal);
        var repairable = await RepairableAsync(first, cancel);
        var left = first;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = Solution;
            foreach (var repair in Repairs.All)
            {
                foreach (var home in (HelperHome[])[HelperHome.Project, HelperHome.File])
                {
                    var mine = (await AgreedAsync(repair, left, cancel)).Where(found => HomeIn(found.Group) == home).Select(found => found.Diagnostic).ToList();
                    if (mine.Count > 0 && await TryRepairAsync(repair, mine, home, cancel))
                        left = await FindAsync(locations, cancel);
                }
            }
            if (Solution == before)
                break;
        }
        return Outcome.Of(Findings(first), Findings(first.Where(found => repairable.Contains(found.Diagnostic))), Findings(left), _objections);
    }

    /// <summary>A project that has to name its files gets the helper into the file that needs it.</summary>
    static HelperHome HomeIn(CompiledGroup group) => group.Group.Project is { TakesNewSources: true } ? HelperHome.Project : HelperHome.File;

    async Task<IReadOnlyList<(CompiledGroup Group, Diagnostic Diagnostic)>> FindAsync(IReadOnlySet<string>? locations, CancellationToken cancel)
    {
        var groups = await code.CompileAsync(Solution, locations, cancel);
        var found = await new Scanner(analyzers, mayMatter, problems).DiagnosticsAsync(groups, cancel);
        return [.. found.Where(one => options.Takes(one.Diagnostic)).OrderBy(one => PathOf(one.Diagnostic), StringComparer.Ordinal)
            .ThenBy(one => one.Diagnostic.Location.SourceSpan).ThenBy(one => one.Diagnostic.Id, StringComparer.Ordinal)];
    }

    async Task<IReadOnlySet<Diagnostic>> RepairableAsync(IReadOnlyList<(CompiledGroup Group, Diagnostic Diagnostic)> found, CancellationToken cancel)
    {
        var repairable = new HashSet<Diagnostic>();
        foreach (var (group, diagnostic) in found)
        {
            if (Repairs.For(diagnostic) is { } repair && await RepairAsync(repair, [diagnostic], HomeIn(group), cancel) != Solution)
                repairable.Add(diagnostic);
        }
        return repairable;
    }

    /// <summary>What a repair takes, without the findings in files of several projects that it repairs in some of them only: there it would break
    /// the others' logins.</summary>
    async Task<IReadOnlyList<(CompiledGroup Group, Diagnostic Diagnostic)>> AgreedAsync(
        IRepair repair, IReadOnlyList<(CompiledGroup Group, Diagnostic Diagnostic)> found, CancellationToken cancel)
    {
        var agreed = new List<(CompiledGroup Group, Diagnostic Diagnostic)>();
        foreach (var same in found.Where(one => repair.Takes(one.Diagnostic)).GroupBy(one => (PathOf(one.Diagnostic), one.Diagnostic.Location.SourceSpan, one.Diagnostic.Id)))
        {
            var repaired = 0;
            foreach (var (group, diagnostic) in same)
                repaired += same.Count() == 1 || await RepairAsync(repair, [diagnostic], HomeIn(group), cancel) != Solution ? 1 : 0;
            if (repaired == same.Count())
                agreed.AddRange(same);
            else if (repaired > 0)
                _objections[(same.Key.Item1, same.Key.Id)] = "the file belongs to several projects, and the repair fits only some of them";
        }
        return agreed;
    }

    /// <summary>Takes over the repair of as many as can be; false where that is none.</summary>
    async Task<bool> TryRepairAsync(IRepair repair, IReadOnlyList<Diagnostic> diagnostics, HelperHome home, CancellationToken cancel)
    {
        var objection = await TryTakeAsync(await RepairAsync(repair, diagnostics, home, cancel), cancel);
        if (objection is null or "")
            return objection is null;
        // One that is in the way of the others is found by trying each alone.
        var sound = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (await ObjectionAsync(await RepairAsync(repair, [diagnostic], home, cancel), cancel) is not { } own)
                sound.Add(diagnostic);
            else if (own.Length > 0)
                _objections[(PathOf(diagnostic), diagnostic.Id)] = own;
        }
        return sound.Count > 0 && sound.Count < diagnostics.Count && await TryTakeAsync(await RepairAsync(repair, sound, home, cancel), cancel) is null;
    }

    async Task<Solution> RepairAsync(IRepair repair, IReadOnlyList<Diagnostic> diagnostics, HelperHome home, CancellationToken cancel)
    {
        try
        {
            return await repair.ApplyAsync(Solution, diagnostics, home, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What fails for several is tried one by one; what fails alone is the fix's own fault.
            if (diagnostics is [var only])
                problems.Error($"{PathOf(only)}: the repair of {only.Id} failed: {e.GetType().Name}: {e.Message}");
            return Solution;
        }
    }

    /// <summary>Goes on with a solution, or says what speaks against it.</summary>
    async Task<string?> TryTakeAsync(Solution changed, CancellationToken cancel)
    {
        var objection = await ObjectionAsync(changed, cancel);
        if (objection is null)
            Solution = changed;
        return objection;
    }

    /// <summary>Null where nothing speaks against it; empty where it changes nothing.</summary>
    async Task<string?> ObjectionAsync(Solution changed, CancellationToken cancel)
    {
        var files = await SolutionDifference.FilesAsync(Solution, changed, cancel);
        if (files.Count == 0)
            return "";
        return files.Select(writable.Objection).FirstOrDefault(objection => objection is not null)
            ?? (await CompilerErrors.NewAsync(Solution, changed, cancel) is { } error ? $"the code would not compile ({error})" : null);
    }

    static IReadOnlyList<Finding> Findings(IEnumerable<(CompiledGroup Group, Diagnostic Diagnostic)> found) =>
        [.. found.Select(one => Finding.From(one.Diagnostic, one.Group.Compilation, one.Group.Group.Location)).Distinct().Order(Finding.ByPlace)];

    static string PathOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path ?? "";
}

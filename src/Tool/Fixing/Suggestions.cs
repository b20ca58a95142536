using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What repairs would write, each by itself, for reports that offer them. They are the lightbulb's: nothing is tried or
/// written.</summary>
/// <param name="groups">Each after those that it references.</param>
sealed class Suggestions(
    IReadOnlyList<CompiledGroup> groups,
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    Func<SourceText, bool> mayMatter
)
{
    /// <summary>The replacements for each finding that has a repair.</summary>
    /// <param name="found">What was found in them.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<IReadOnlyDictionary<Finding, IReadOnlyList<Replacement>>> OfAsync(
        IEnumerable<(CompiledGroup Group, Diagnostic Diagnostic)> found,
        CancellationToken cancel
    )
    {
        var suggestions = new Dictionary<Finding, IReadOnlyList<Replacement>>();
        var repairable = found.Where(one => !one.Diagnostic.IsSuppressed && Repairs.For(one.Diagnostic) is not null).ToList();
        if (repairable.Count == 0)
            return suggestions;
        var code = new CodeSolution(groups, _ => null);
        var files = repairable.Select(one => Found.PathOf(one.Diagnostic.Location)).ToHashSet(StringComparer.Ordinal);
        var projects = repairable.Select(one => code.ProjectOf(one.Group)).Distinct();
        var compiled = await code.CompileAsync(code.Original, projects, cancel);
        var options = new ScannerOptions { Covers = files.Contains };
        var again = await new Scanner(analyzers, mayMatter, new Problems(TextWriter.Null), options).DiagnosticsAsync(compiled, cancel);
        foreach (var (group, diagnostic) in again.Where(one => !one.Diagnostic.IsSuppressed))
        {
            if (await ReplacementsAsync(code, new Found(group, diagnostic), cancel) is { Count: > 0 } replacements)
                suggestions[Finding.From(diagnostic, group)] = replacements;
        }
        return suggestions;
    }

    static async Task<IReadOnlyList<Replacement>> ReplacementsAsync(CodeSolution code, Found found, CancellationToken cancel)
    {
        if (Repairs.For(found.Diagnostic) is not { } repair)
            return [];
        try
        {
            var repaired = await repair.ApplyAsync(code.Original, [found], cancel);
            var (files, _) = await code.FilesAsync(repaired, cancel);
            return [.. files.SelectMany(Replacements)];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return []; // 'pkce fix' tells of it
        }
    }

    static IEnumerable<Replacement> Replacements(FixedFile file)
    {
        if (file.Before is not { } before)
            return [new Replacement(new Place(file.Path, 1, 1, 1, 1), file.After.ToString())];
        return file.After.GetTextChanges(before).Select(change => new Replacement(PlaceOf(change.Span), change.NewText!));

        Place PlaceOf(TextSpan span)
        {
            var lines = before.Lines.GetLinePositionSpan(span);
            return new(file.Path, lines.Start.Line + 1, lines.Start.Character + 1, lines.End.Line + 1, lines.End.Character + 1);
        }
    }
}

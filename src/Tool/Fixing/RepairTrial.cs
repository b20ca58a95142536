using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Tries repairs on a state of the code, and takes none for one that does not hold what "repaired" says: the finding is gone
/// because of an edit that was made for it, nothing is found that was not found before, and nothing that is not repaired has
/// disappeared.</summary>
sealed class RepairTrial(AnalyzedCode.Analysis analysis, Writable writable, Problems problems)
{
    /// <summary>A repair may show what was hidden behind the finding; more steps than these would be going in circles.</summary>
    const int MostSteps = 3;

    /// <summary>The state after the repair of <paramref name="meant"/>, which are findings of <paramref name="before"/> that each have one,
    /// or what speaks against it.</summary>
    public async Task<(Comparison? After, string? Objection)> TryAsync(
        AnalyzedCode before,
        IRepair repair,
        IReadOnlyList<Found> meant,
        CancellationToken cancel
    )
    {
        var changed = await RepairAsync(before.Solution, repair, meant, cancel);
        for (var step = 1; ; step++)
        {
            var files = await SolutionDifference.FilesAsync(before.Solution, changed, cancel);
            if (await ObjectionAsync(before.Solution, changed, files, cancel) is { } objection)
                return (null, objection);
            var comparison = new Comparison(before, await analysis.OfAsync(before, changed, cancel), files);
            if (before.IsWhole && !comparison.After.IsWhole)
                return (null, "the code could not be analysed then");
            if (meant.Any(found => comparison.PresentOf(found) is not null))
                return (null, "its repair did not help");
            var shown = comparison.New.ToList();
            if (shown.Count == 0)
                return Objection(comparison, meant, cancel) is { } hidden ? (null, hidden) : (comparison, null);
            var further = step < MostSteps ? await RepairAllAsync(changed, shown, cancel) : changed;
            if (further == changed)
                return (null, Told(shown[0], comparison));
            changed = further;
        }
    }

    /// <summary>The solution after the repair of some findings; the same where there is none.</summary>
    public async Task<Solution> RepairAsync(Solution solution, IRepair repair, IReadOnlyList<Found> findings, CancellationToken cancel)
    {
        try
        {
            return await repair.ApplyAsync(solution, findings, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What fails for several is tried one by one; what fails alone is the fix's own fault.
            if (findings is [var only])
                problems.Error($"{only.Path}: the repair of {only.Id} failed: {e.GetType().Name}: {e.Message}");
            return solution;
        }
    }

    async Task<Solution> RepairAllAsync(Solution solution, IReadOnlyList<Found> findings, CancellationToken cancel)
    {
        foreach (var repair in Repairs.All)
        {
            // Findings know where they are only until the first edit.
            var mine = findings.Where(found => repair.Takes(found.Diagnostic)).ToList();
            if (mine.Count > 0 && await RepairAsync(solution, repair, mine, cancel) is var changed && changed != solution)
                return changed;
        }
        return solution;
    }

    /// <summary>What speaks against a change before it is analysed; empty where there is none.</summary>
    async Task<string?> ObjectionAsync(Solution before, Solution changed, IReadOnlyList<FixedFile> files, CancellationToken cancel)
    {
        if (files.Count == 0)
            return "its repair changes nothing";
        var (written, unwritable) = await analysis.Code.FilesAsync(changed, cancel);
        return unwritable
            ?? written.Select(writable.Objection).FirstOrDefault(objection => objection is not null)
            ?? (await CompilerErrors.NewAsync(before, changed, cancel) is { } error ? $"the code would not compile ({error})" : null);
    }

    static string Told(Found shown, Comparison comparison)
    {
        var place = comparison.IsAtEdit(shown) ? "there" : $"at {Path.GetFileName(shown.Path)}({shown.Finding.Line})";
        return $"{shown.Id} would be found {place} then: {shown.Finding.Message}";
    }

    static string? Objection(Comparison comparison, IReadOnlyList<Found> meant, CancellationToken cancel)
    {
        if (comparison.Gone.Except(meant).FirstOrDefault(found => !comparison.IsEditedAt(found)) is { } hidden)
            return $"it would hide {hidden.Id} at {Path.GetFileName(hidden.Path)}({hidden.Finding.Line}), which it does not repair";
        var requests = new RequestCheck(comparison, cancel);
        return meant.Select(requests.Objection).FirstOrDefault(objection => objection is not null);
    }
}

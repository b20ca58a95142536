using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Applies the fixes to a solution until none has anything left to repair.</summary>
sealed class RepairRun(AnalyzedCode.Analysis analysis, RepairTrial trial, FixOptions options)
{
    /// <summary>A repair may make room for another; more rounds than these would be going in circles.</summary>
    const int MostRounds = 3;

    /// <summary>What speaks against the repair of a finding, by its first sight.</summary>
    readonly Dictionary<Found, string> _objections = [];

    /// <summary>The findings of the present state, with their first sights.</summary>
    Dictionary<Found, Found> _sights = [];

    AnalyzedCode _present = null!;

    /// <summary>What the fixes have made of the code so far.</summary>
    public Solution Solution => _present.Solution;

    /// <summary>Repairs what can be, and tells of each finding what became of it.</summary>
    public async Task<IReadOnlyList<Outcome>> RunAsync(Problems problems, CancellationToken cancel)
    {
        var first = _present = await analysis.OfOriginalAsync(problems, cancel);
        _sights = first.Findings.ToDictionary(found => found);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = _present;
            foreach (var repair in Repairs.All)
                await TryAsync(repair, await UnitsAsync(repair, cancel), cancel);
            if (_present == before)
                break;
        }
        return await OutcomesAsync(first, cancel);
    }

    /// <summary>What a repair can be tried on, without the findings in files of several projects that it repairs in some of them only:
    /// there it would break the others' logins.</summary>
    /// <returns>By their first sights, as they are repaired together or not at all.</returns>
    async Task<IReadOnlyList<IReadOnlyList<Found>>> UnitsAsync(IRepair repair, CancellationToken cancel)
    {
        var repairs = new List<(Found, Solution)>();
        var mine = _present.Findings.Where(found => options.Takes(found.Diagnostic) && repair.Takes(found.Diagnostic));
        var places = mine.GroupBy(found => (found.Path, found.Diagnostic.Location.SourceSpan, found.Id));
        foreach (var same in places.Select(same => same.ToList()))
        {
            var ofSame = new List<(Found Found, Solution Repaired)>();
            foreach (var found in same)
                ofSame.Add((found, await trial.RepairAsync(Solution, repair, [found], cancel)));
            ofSame.RemoveAll(one => one.Repaired == Solution);
            if (ofSame.Count == same.Count)
                repairs.AddRange(ofSame);
            else if (ofSame.Count > 0)
                same.ForEach(found => Object(found, "the file belongs to several projects, and the repair fits only some of them"));
        }
        var units = await RepairUnit.OfAsync(Solution, repairs, cancel);
        return [.. units.Select(unit => unit.Findings.ConvertAll(found => _sights[found]))];
    }

    /// <summary>Repairs all of <paramref name="units"/>, or as many as can be: one that is in the way of the others is found by
    /// halves.</summary>
    async Task TryAsync(IRepair repair, IReadOnlyList<IReadOnlyList<Found>> units, CancellationToken cancel)
    {
        var sights = units.SelectMany(unit => unit).ToHashSet();
        var meant = _present.Findings.Where(found => sights.Contains(_sights[found])).ToList();
        if (meant.Count == 0)
            return;
        var (after, objection) = await trial.TryAsync(_present, repair, meant, cancel);
        if (after is not null)
            Take(after);
        else if (units.Count == 1)
            meant.ForEach(found => Object(found, objection!));
        else
        {
            await TryAsync(repair, [.. units.Take(units.Count / 2)], cancel);
            await TryAsync(repair, [.. units.Skip(units.Count / 2)], cancel);
        }
    }

    void Object(Found found, string objection) => _objections[_sights[found]] = objection;

    void Take(Comparison change)
    {
        _sights = change.After.Findings.ToDictionary(
            found => found,
            found => change.OriginOf(found) is { } origin ? _sights[origin] : found
        );
        _present = change.After;
    }

    /// <summary>What is left is just what a scan of the result finds.</summary>
    async Task<IReadOnlyList<Outcome>> OutcomesAsync(AnalyzedCode first, CancellationToken cancel)
    {
        var outcomes = new List<Outcome>();
        var known = first.Findings.ToHashSet();
        foreach (var found in _present.Findings.Where(found => options.Takes(found.Diagnostic)).DistinctBy(found => found.Finding))
        {
            var sight = _sights[found];
            var isNew = !known.Contains(sight);
            var reason = isNew
                ? $"found after the repairs: {found.Finding.Message}"
                : _objections.GetValueOrDefault(sight) ?? await ReasonAsync(found, cancel);
            // Nothing has moved where nothing is written.
            outcomes.Add(new Outcome(options.IsDryRun && !isNew ? sight.Finding : found.Finding, reason, isNew));
        }
        var left = _sights.Values.Select(sight => sight.Finding).ToHashSet();
        outcomes.AddRange(
            first
                .Findings.Where(found => options.Takes(found.Diagnostic))
                .Select(found => found.Finding)
                .Distinct()
                .Where(finding => !left.Contains(finding))
                .Select(finding => new Outcome(finding, null))
        );
        return [.. outcomes.OrderBy(outcome => outcome.Finding, Scanning.Finding.ByPlace)];
    }

    async Task<string> ReasonAsync(Found found, CancellationToken cancel)
    {
        if (Repairs.For(found.Diagnostic) is not { } repair)
            return $"there is no repair for {found.Id} here; what to write by hand: {found.Diagnostic.Descriptor.HelpLinkUri}";
        var reason = await repair.ObstacleAsync(Solution, found, cancel) ?? "no sound repair is known for this code";
        var partly = await repair.PartlyAsync(Solution, found, cancel);
        return partly is null ? reason : $"{reason}; an editor offers: {partly}";
    }
}

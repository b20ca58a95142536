using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What became of a finding.</summary>
/// <param name="Left">Why it is left; null where it is repaired.</param>
sealed record Outcome(Finding Finding, string? Left)
{
    /// <param name="before">What was found at first.</param>
    /// <param name="repairable">Those of them that a fix has a repair for.</param>
    /// <param name="after">What is found after the repairs.</param>
    /// <param name="objections">What speaks against the repair of a rule's findings in a file.</param>
    public static IReadOnlyList<Outcome> Of(
        IReadOnlyList<Finding> before, IReadOnlyList<Finding> repairable, IReadOnlyList<Finding> after, IReadOnlyDictionary<(string Path, string Id), string> objections)
    {
        var outcomes = new List<Outcome>();
        // Repairs move lines, so findings of a rule in a file are counted and not compared.
        foreach (var group in before.GroupBy(finding => (finding.Path, finding.Id)))
        {
            var left = after.Count(finding => (finding.Path, finding.Id) == group.Key);
            var repaired = group.OrderByDescending(repairable.Contains).Take(group.Count() - left).ToHashSet();
            outcomes.AddRange(group.Select(finding => new Outcome(finding, repaired.Contains(finding) ? null : Reason(finding))));
            // A repair may show what was hidden behind the finding.
            outcomes.AddRange(after.Where(finding => (finding.Path, finding.Id) == group.Key).Skip(group.Count()).Select(finding => new Outcome(finding, "found after the repairs")));
        }
        var known = before.Select(finding => (finding.Path, finding.Id)).ToHashSet();
        outcomes.AddRange(after.Where(finding => !known.Contains((finding.Path, finding.Id))).Select(finding => new Outcome(finding, "found after the repairs")));
        return [.. outcomes.OrderBy(outcome => outcome.Finding, Finding.ByPlace)];

        string Reason(Finding finding) => objections.TryGetValue((finding.Path, finding.Id), out var objection) ? objection
            : repairable.Contains(finding) ? "its repair did not help"
            : "no sound repair is known for this code";
    }
}

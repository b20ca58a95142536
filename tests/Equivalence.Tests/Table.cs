using System.Globalization;

namespace PkceAnalyzers.Equivalence.Tests;

/// <summary>How many findings outlast which rewrite, by rule, and the first programs of each hole.</summary>
sealed class Table(IReadOnlyCollection<Trial> trials)
{
    const int MostPrograms = 5;

    public int Kept { get; } = trials.Sum(trial => trial.Kept.Values.Sum());

    public int Lost { get; } = trials.Sum(trial => trial.Lost.Values.Sum());

    public int Added { get; } = trials.Sum(trial => trial.Added.Values.Sum());

    public double Share => Kept + Lost == 0 ? 1 : (double)Kept / (Kept + Lost);

    public void Write(TextWriter output)
    {
        output.WriteLine("rewrite | programs | kept | lost | added | share");
        foreach (var rewrite in trials.GroupBy(trial => trial.Rewrite.Name))
            output.WriteLine(Row(rewrite.Key, new Table([.. rewrite])));
        output.WriteLine();
        output.WriteLine("rule | programs | kept | lost | added | share");
        foreach (var rule in trials.SelectMany(Rules).Distinct().Order(StringComparer.Ordinal))
            output.WriteLine(Row(rule, new Table([.. trials.Select(trial => Only(trial, rule)).Where(trial => Rules(trial).Any())])));
        output.WriteLine();
        output.WriteLine(Row("all", this));
        output.WriteLine();
        foreach (var hole in trials.SelectMany(trial => trial.Lost.Keys.Select(rule => (Rule: rule, What: "lost", Trial: trial)).Concat(trial.Added.Keys.Select(rule => (Rule: rule, What: "added", Trial: trial))))
            .GroupBy(hole => (hole.Trial.Rewrite.Name, hole.Rule, hole.What)).OrderByDescending(hole => hole.Count()))
        {
            output.WriteLine($"{hole.Key.Rule} {hole.Key.What} by '{hole.Key.Name}': {hole.Count()}");
            foreach (var trial in hole.Take(MostPrograms))
                output.WriteLine($"    {trial.Trial.Program}");
        }
    }

    static IEnumerable<string> Rules(Trial trial) => trial.Kept.Keys.Concat(trial.Lost.Keys).Concat(trial.Added.Keys).Distinct();

    static Trial Only(Trial trial, string rule) => trial with { Kept = Only(trial.Kept, rule), Lost = Only(trial.Lost, rule), Added = Only(trial.Added, rule) };

    static Dictionary<string, int> Only(IReadOnlyDictionary<string, int> counts, string rule) => counts.Where(count => count.Key == rule).ToDictionary();

    static string Row(string name, Table part) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} | {part.Count} | {part.Kept} | {part.Lost} | {part.Added} | {part.Share:P1}");

    int Count => trials.Count;
}

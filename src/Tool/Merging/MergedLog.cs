using System.Text.Json.Nodes;

namespace PkceAnalyzers.Tool.Merging;

/// <summary>A log that others are put together in.</summary>
/// <param name="root">Full path of the folder that paths are told from.</param>
/// <param name="category">What code scanning tells analyses of one commit apart by.</param>
sealed class MergedLog(string root, string category)
{
    readonly Dictionary<string, MergedRun> _runs = [];

    public int Runs => _runs.Count;

    public int Results => _runs.Values.Sum(run => run.Results);

    /// <summary>A run goes to that of the same tool.</summary>
    public void Add(JsonObject run)
    {
        var key = $"{run["tool"]?["driver"]?["name"]}\n{run["columnKind"]}";
        if (!_runs.TryGetValue(key, out var merged))
            _runs[key] = merged = new MergedRun(root);
        merged.Add(run);
    }

    public JsonObject ToJson() =>
        new()
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            // Runs of one category have to be of different tools.
            ["runs"] = new JsonArray([.. _runs.OrderBy(run => run.Key, StringComparer.Ordinal).Select(run => run.Value.ToJson(category))]),
        };
}

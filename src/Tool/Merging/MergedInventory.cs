using System.Text.Json;
using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Merging;

/// <summary>Several outputs of <c>pkce inventory --format json</c> as one.</summary>
static class MergedInventory
{
    /// <summary>Whether a file holds a list, and no log.</summary>
    public static bool Is(string path) => Read(path) is not null;

    /// <summary>Each request once, by place.</summary>
    public static (JsonNode Json, string Summary) Of(IReadOnlyList<string> paths)
    {
        var rows = paths
            .SelectMany(path => Read(path)!)
            .Select(row => row!.DeepClone())
            .DistinctBy(row => row.ToJsonString())
            .OrderBy(row => $"{row["path"]}", StringComparer.Ordinal)
            .ThenBy(row => (int?)row["line"])
            .ThenBy(row => (int?)row["column"])
            .ToArray();
        return (new JsonArray(rows), $"{TextReport.Count(rows.Length, "request")} of {TextReport.Count(paths.Count, "inventory file")}");
    }

    static JsonArray? Read(string path)
    {
        try
        {
            using var file = RegularFile.Open(path);
            return
                JsonNode.Parse(file) is JsonArray rows
                && rows.All(row =>
                    row is JsonObject one && one["path"] is JsonValue && one["line"] is JsonValue && one["request"] is JsonValue
                )
                ? rows
                : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

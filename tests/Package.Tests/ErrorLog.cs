using System.Text.Json;

namespace PkceAnalyzers.Package.Tests;

/// <summary>A compiler's log in SARIF.</summary>
sealed class ErrorLog(JsonDocument document) : IDisposable
{
    public static ErrorLog Read(string path) => new(JsonDocument.Parse(File.ReadAllText(path)));

    /// <summary>Our rules.</summary>
    public IEnumerable<JsonElement> Rules => Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
        .Where(rule => rule.GetProperty("id").GetString()!.StartsWith("PKCE", StringComparison.Ordinal));

    /// <summary>What was found by a rule, in the order of lines.</summary>
    public IEnumerable<JsonElement> Results(string rule) =>
        Run.GetProperty("results").EnumerateArray().Where(result => result.GetProperty("ruleId").GetString() == rule).OrderBy(Line);

    public static int Line(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();

    public void Dispose() => document.Dispose();

    JsonElement Run => document.RootElement.GetProperty("runs")[0];
}

using System.Text;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>The page of the authorization servers says what the inventory says of them: its table is made from the same file.</summary>
public sealed class ProvidersPageTests
{
    [Fact]
    public void Page_holds_every_server()
    {
        var page = Read("docs/providers.md");
        var table = Table();
        Assert.True(page.Contains(table, StringComparison.Ordinal), $"docs/providers.md needs this table:\n{table}");
    }

    static string Table()
    {
        var table = new StringBuilder("| server | hosts | PKCE | methods | known by |\n|---|---|---|---|---|\n");
        var rows = Read("src/Tool/Inspecting/providers.tsv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .GroupBy(row => (Name: row[1], Pkce: row[2], Methods: row[3], Confidence: row[4], Source: row[5]))
            .OrderBy(group => group.Key.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(group => group.First()[0], StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (name, pkce, methods, confidence, source) = row.Key;
            var hosts = string.Join(", ", row.Select(host => $"`{host[0]}`"));
            var known = source.StartsWith("https://", StringComparison.Ordinal) ? $"[{confidence}]({source})" : confidence;
            table.Append($"| {name} | {hosts} | {pkce} | {methods.Replace(" ", ", ", StringComparison.Ordinal)} | {known} |\n");
        }
        return table.ToString();
    }

    static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}

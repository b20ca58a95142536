using System.Text.Json;

namespace PkceAnalyzers.Tool.Tests;

/// <summary><c>pkce rules</c> and <c>pkce explain</c>.</summary>
public sealed class RulesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_rules_are_listed()
    {
        var lines = (await Pkce.RunAsync(_folder, "rules")).Succeeded().Lines.ToList();
        Assert.Equal(Analyzers.Ids, lines.Select(line => line.Split(' ')[0]));
        Assert.Contains("PKCE1001  warning  repair  Authorization request without code_challenge", lines);
        Assert.Contains(lines, line => line.StartsWith("PKCE1003  info             ", StringComparison.Ordinal));

        var json = JsonDocument.Parse((await Pkce.RunAsync(_folder, "rules", "--json")).Succeeded().Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(Analyzers.Ids, json.Select(rule => rule.GetProperty("id").GetString()!));
        Assert.All(json, rule => Assert.EndsWith($"docs/rules/{rule.GetProperty("id").GetString()}.md", rule.GetProperty("page").GetString()));
    }

    [Fact]
    public async Task The_page_of_a_rule_is_printed()
    {
        var page = (await Pkce.RunAsync(_folder, "explain", "pkce1002")).Succeeded().Output;
        Assert.StartsWith("# PKCE1002: code_challenge_method is not S256", page);
        Assert.Contains("## When to suppress", page);
    }

    [Fact]
    public void Every_rule_has_a_page() => Assert.All(Analyzers.Ids, id => Assert.StartsWith($"# {id}: ", RulePages.Of(id)));

    [Fact]
    public async Task A_rule_that_there_is_not() =>
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "explain", "PKCE0000"), "there is no rule 'PKCE0000' ('pkce rules' lists them), and it is no place as FILE:LINE");
}

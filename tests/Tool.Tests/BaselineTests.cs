using System.Text.Json;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce baseline</c> writes, and what a scan with it lets pass.</summary>
public sealed class BaselineTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Known_findings_pass_also_after_lines_moved_and_new_ones_do_not()
    {
        _folder.Write("src/Login.cs", Pkce.Vulnerable);
        Assert.Equal("pkce-baseline.json: 1 finding (1 new, 0 gone)", (await Pkce.RunAsync(_folder, "baseline")).Succeeded().Output.Trim());

        _folder.Write("src/Login.cs", "// a new line\n\n" + Pkce.Vulnerable.Replace("string Url(string client) =>", "string Url(string client)\n        =>").Replace("{\n", "{\n    int _other;\n\n"));
        var known = await Pkce.RunAsync(_folder, "scan", "--baseline", "pkce-baseline.json");
        Assert.Equal((0, "no findings and 1 in the baseline in 1 file, 9 lines, 0 projects"), (known.ExitCode, known.Output.Trim()));

        // The same code once more in the same member is new, and so is another member, and another file.
        _folder.Write("src/Login.cs", Pkce.Vulnerable.Replace("string Url", "string Second(string client) => Url(client + 1);\n    string Url")
            .Replace("class Login\n{", $"class Login\n{{{Pkce.Vulnerable[(Pkce.Vulnerable.IndexOf('{') + 1)..Pkce.Vulnerable.LastIndexOf('}')].Replace("Url", "Third")}"));
        _folder.Write("src/Other.cs", Pkce.Vulnerable.Replace("class Login", "class Other"));
        var found = Pkce.Findings(await Pkce.RunAsync(_folder, "scan", "src", "--baseline", "pkce-baseline.json"));
        Assert.Equal([("src/Login.cs", 3, "PKCE1001"), ("src/Other.cs", 3, "PKCE1001")], found);
    }

    [Fact]
    public async Task What_is_gone_is_forgotten_and_what_was_not_scanned_is_kept()
    {
        foreach (var name in new[] { "a/A", "b/B", "c/C" })
            _folder.Write($"{name}.cs", Pkce.Vulnerable.Replace("class Login", $"class {name[2..]}"));
        (await Pkce.RunAsync(_folder, "baseline", "--file", "known.json")).Succeeded();
        _folder.Write("a/A.cs", Pkce.Harmless);
        File.Delete(_folder["b/B.cs"]);
        _folder.Write("a/New.cs", Pkce.Vulnerable.Replace("class Login", "class New"));

        Assert.Equal("known.json: 1 finding (0 new, 2 gone)", (await Pkce.RunAsync(_folder, "baseline", "a", "--file", "known.json", "--prune")).Succeeded().Output.Trim());
        Assert.Equal(["c/C.cs"], Paths("known.json"));
        Assert.Equal("known.json: 2 findings (1 new, 0 gone)", (await Pkce.RunAsync(_folder, "baseline", "--file", "known.json")).Succeeded().Output.Trim());
        Assert.Equal(["a/New.cs", "c/C.cs"], Paths("known.json"));
    }

    [Fact]
    public async Task A_log_holds_known_findings_as_suppressed_outside_the_source()
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        (await Pkce.RunAsync(_folder, "baseline")).Succeeded();
        var log = (await Pkce.RunAsync(_folder, "scan", "--baseline", "pkce-baseline.json", "--format", "sarif")).Succeeded().Output;
        var result = JsonDocument.Parse(log).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single();
        Assert.Equal("external", result.GetProperty("suppressions")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_scan_that_is_not_complete_leaves_it_as_it_was()
    {
        _folder.Write("pkce-baseline.json", """{ "version": 1, "findings": [] }""");
        _folder.Write("All.slnx", """<Solution><Project Path="Gone.csproj" /><Project Path="App/App.csproj" /></Solution>""");
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "baseline", "All.slnx");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("pkce-baseline.json: is left as it was: not everything could be scanned", result.Error);
        Assert.Empty(Paths("pkce-baseline.json"));
    }

    [Theory]
    [InlineData("", "not readable as a baseline")]
    [InlineData("[]", "not readable as a baseline")]
    [InlineData("""{ "version": 2, "findings": [] }""", "is a baseline of version 2, and this pkce reads version 1")]
    [InlineData("""{ "version": 1, "findings": [ { "rule": "PKCE1001" } ] }""", "a finding has no rule, path and fingerprint")]
    [InlineData("""{ "version": 1 }""", "a finding has no rule, path and fingerprint")]
    public async Task A_file_that_is_no_baseline(string content, string message)
    {
        _folder.Write("A.cs", Pkce.Harmless);
        _folder.Write("known.json", content);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "--baseline", "known.json"), message);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "baseline", "--file", "known.json"), message);
        Assert.Equal(content, File.ReadAllText(_folder["known.json"]));
    }

    [Fact]
    public async Task A_baseline_that_is_not_there()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "--baseline", "known.json"), "known.json");
    }

    IEnumerable<string?> Paths(string file) => JsonDocument.Parse(File.ReadAllText(_folder[file])).RootElement
        .GetProperty("findings").EnumerateArray().Select(entry => entry.GetProperty("path").GetString());
}

using System.Reflection;
using System.Text.Json;
using NJsonSchema;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce merge</c> makes of logs.</summary>
public sealed class MergeTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Logs_of_parts_are_merged_to_that_of_the_whole()
    {
        foreach (var part in new[] { "a", "b", "c" })
            _folder.Write($"{part}/Login.cs", Pkce.Vulnerable.Replace("class Login", $"class {part}"));
        await Pkce.RunAsync(_folder, "scan", "--output", "whole/whole.sarif");
        foreach (var part in new[] { "a", "b", "c" })
            await Pkce.RunAsync(_folder, "scan", part, "--output", $"parts/{part}/log.sarif");
        // One part was scanned twice.
        await Pkce.RunAsync(_folder, "scan", "b", "--output", "parts/again.sarif");

        var merged = await Pkce.RunAsync(_folder, "merge", "parts", "--output", "parts/merged.sarif", "--category", "shop/");
        Assert.Equal((0, "parts/merged.sarif: 3 results of 4 logs in 1 run"), (merged.ExitCode, merged.Output.Trim()));
        // Again, with the result beside the logs.
        Assert.Equal(merged.Output, (await Pkce.RunAsync(_folder, "merge", "parts", "--output", "parts/merged.sarif", "--category", "shop/")).Output);
        var run = await ValidRunAsync(File.ReadAllText(_folder["parts/merged.sarif"]));
        Assert.Equal("shop/", run.GetProperty("automationDetails").GetProperty("id").GetString());
        var whole = JsonDocument.Parse(File.ReadAllText(_folder["whole/whole.sarif"])).RootElement.GetProperty("runs")[0];
        Assert.Equal(whole.GetProperty("results").ToString(), run.GetProperty("results").ToString());
        Assert.Equal(whole.GetProperty("tool").ToString(), run.GetProperty("tool").ToString());
    }

    [Fact]
    public async Task Logs_of_a_compiler_become_valid_and_one_run()
    {
        _folder.Write("src/A.cs", Pkce.Vulnerable);
        _folder.Write("logs/A.net8.0.sarif", CompilerLog("PKCE0009", "PKCE1001"));
        _folder.Write("logs/A.net10.0.sarif", CompilerLog("PKCE1001"));
        var run = await ValidRunAsync((await Pkce.RunAsync(_folder, "merge", "logs")).Succeeded().Output);
        Assert.Equal(["PKCE0009", "PKCE1001"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        var result = run.GetProperty("results").EnumerateArray().Single();
        var index = result.GetProperty("ruleIndex").GetInt32();
        Assert.Equal("PKCE1001", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[index].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.Equal(("src/A.cs", "SRCROOT"), (place.GetProperty("uri").GetString(), place.GetProperty("uriBaseId").GetString()));
        Assert.Equal(1, result.GetProperty("relatedLocations").GetArrayLength());
        Assert.Matches("^[0-9a-f]+:1$", result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());
    }

    [Theory]
    [InlineData("not JSON", ": not readable as JSON")]
    [InlineData("[1]", "is no log in SARIF 2.1.0")]
    [InlineData("""{ "version": "1.0.0", "runs": [] }""", "is no log in SARIF 2.1.0")]
    [InlineData("""{ "version": "2.1.0", "runs": [ { "results": [ { "ruleId": 7 } ] } ] }""", "is no log in SARIF 2.1.0")]
    public async Task A_log_that_is_none(string log, string message)
    {
        _folder.Write("log.sarif", log);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "merge", "log.sarif", "-o", "merged.sarif"), message);
        Assert.False(File.Exists(_folder["merged.sarif"]));
    }

    [Fact]
    public async Task No_logs_at_all()
    {
        Directory.CreateDirectory(_folder["logs"]);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "merge", "logs"), "logs: no logs (*.sarif) found");
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "merge", "missing.sarif"), "missing.sarif: there is no such file or folder");
    }

    /// <summary>As the compiler writes it: full paths, and the same related place twice, which the schema forbids.</summary>
    string CompilerLog(params string[] rules)
    {
        var place = $$"""{ "physicalLocation": { "artifactLocation": { "uri": "{{new Uri(_folder["src/A.cs"]).AbsoluteUri}}" }, "region": { "startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 12 } } }""";
        return $$"""
            {
              "$schema": "http://json.schemastore.org/sarif-2.1.0",
              "version": "2.1.0",
              "runs": [ {
                "results": [ { "ruleId": "PKCE1001", "ruleIndex": {{rules.Length - 1}}, "level": "warning", "message": { "text": "m" }, "locations": [ {{place}} ], "relatedLocations": [ {{place}}, {{place}} ] } ],
                "tool": { "driver": { "name": "Microsoft (R) Visual C# Compiler", "rules": [ {{string.Join(", ", rules.Select(rule => $$"""{ "id": "{{rule}}" }"""))}} ] } },
                "columnKind": "utf16CodeUnits"
              } ]
            }
            """;
    }

    static async Task<JsonElement> ValidRunAsync(string log)
    {
        Assert.Empty((await JsonSchema.FromFileAsync(Schema)).Validate(log));
        return JsonDocument.Parse(log).RootElement.GetProperty("runs").EnumerateArray().Single();
    }

    static string Schema { get; } = typeof(MergeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SarifSchema").Value!;
}

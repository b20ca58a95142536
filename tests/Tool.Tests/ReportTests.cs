using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using NJsonSchema;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>The forms that <c>pkce scan</c> writes findings in.</summary>
public sealed class ReportTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A finding, one that is suppressed with a reason, and an info, in a tree with a warning of its own.</summary>
    void WriteCode()
    {
        _folder.Write("src/My App,1/Login.cs", Pkce.Vulnerable);
        _folder.Write("src/Except.cs", Pkce.Vulnerable.Replace("class Login", "class Except").Replace("{\n", "{\n// pkce: disable PKCE1001 shop.example refuses it\n"));
        _folder.Write("tests/Info.cs", Pkce.Vulnerable.Replace("class Login", "class Info").Replace("response_type=code", "response_type=token"));
        _folder.Write("Broken/Broken.csproj", "<Project>");
    }

    [Fact]
    public async Task SARIF_is_valid_and_has_what_code_scanning_reads()
    {
        WriteCode();
        var result = await ScanAsync("sarif", "--min-severity", "info", "--category", "shop");
        Assert.Empty((await JsonSchema.FromFileAsync(SarifSchema)).Validate(result.Output));

        using var log = JsonDocument.Parse(result.Output);
        var run = log.RootElement.GetProperty("runs").EnumerateArray().Single();
        Assert.Equal("shop/", run.GetProperty("automationDetails").GetProperty("id").GetString());
        var invocation = run.GetProperty("invocations")[0];
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains("Broken.csproj", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());

        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("version").GetString()!);
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(Analyzers.Ids.Order(StringComparer.Ordinal), rules.Select(rule => rule.GetProperty("id").GetString()!));
        Assert.All(rules, rule =>
        {
            Assert.StartsWith("# PKCE", rule.GetProperty("help").GetProperty("markdown").GetString());
            Assert.DoesNotMatch(@"\]\((?!https://)", rule.GetProperty("help").GetProperty("markdown").GetString());
            Assert.InRange(double.Parse(rule.GetProperty("properties").GetProperty("security-severity").GetString()!, System.Globalization.CultureInfo.InvariantCulture), 0.1, 10);
            Assert.Contains(rule.GetProperty("properties").GetProperty("tags").EnumerateArray(), tag => tag.GetString()!.StartsWith("external/cwe/cwe-", StringComparison.Ordinal));
        });

        Assert.Collection(run.GetProperty("results").EnumerateArray(),
            excepted =>
            {
                Assert.Equal("shop.example refuses it", excepted.GetProperty("suppressions")[0].GetProperty("justification").GetString());
            },
            finding =>
            {
                var place = finding.GetProperty("locations")[0].GetProperty("physicalLocation");
                Assert.Equal("src/My%20App%2C1/Login.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
                Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
                Assert.Equal(("PKCE1001", "warning", 0), (finding.GetProperty("ruleId").GetString(), finding.GetProperty("level").GetString(), finding.GetProperty("suppressions").GetArrayLength()));
                Assert.Equal("PKCE1001", rules[finding.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
                Assert.Matches("^[0-9a-f]{32}:1$", finding.GetProperty("partialFingerprints").GetProperty("pkceFinding/v1").GetString());
                Assert.Matches("^[0-9a-f]{1,16}:1$", finding.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());
            },
            info => Assert.Equal(("PKCE1005", "note"), (info.GetProperty("ruleId").GetString(), info.GetProperty("level").GetString())));
    }

    [Fact]
    public async Task SARIF_has_the_way_of_a_value_and_of_an_exchange_and_the_repairs()
    {
        _folder.Write("Login.cs", """
            using System;
            using System.Collections.Generic;

            class Login
            {
                public string Url(string client) => $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=r";

                public Dictionary<string, string> Form(string code) => new() { ["grant_type"] = "authorization_code", ["code"] = code };
            }

            class Proof
            {
                public string Url(string client)
                {
                    var codeVerifier = Guid.NewGuid().ToString("N") + "01234567890123456789";
                    var challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(codeVerifier)));
                    return $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=r&code_challenge={challenge}&code_challenge_method=S256";
                }
            }
            """);
        var result = await ScanAsync("sarif");
        Assert.Empty((await JsonSchema.FromFileAsync(SarifSchema)).Validate(result.Output));
        using var log = JsonDocument.Parse(result.Output);
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        var exchange = Flow(results.First(one => one.GetProperty("ruleId").GetString() == "PKCE1001"));
        Assert.Equal([(6, "The authorization request, without code_challenge"), (8, "The token request, without code_verifier")], exchange);
        var predictable = results.First(one => one.GetProperty("ruleId").GetString() == "PKCE3001");
        Assert.Equal((15, "The code verifier is drawn here"), Flow(predictable)[0]);
        var change = predictable.GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        Assert.Equal("Login.cs", change.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Contains(change.GetProperty("replacements").EnumerateArray(), replacement =>
            replacement.GetProperty("insertedContent").GetProperty("text").GetString()!.Contains("CreateCodeVerifier", StringComparison.Ordinal));
        // Nothing is written.
        Assert.Equal(["Login.cs"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));

        static List<(int, string)> Flow(JsonElement finding) =>
            [
                .. finding.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray().Select(step =>
                    (step.GetProperty("location").GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32(),
                        step.GetProperty("location").GetProperty("message").GetProperty("text").GetString()!)),
            ];
    }

    [Fact]
    public async Task Related_places_have_messages_and_none_is_there_twice()
    {
        var log = (await Command.DotnetAsync(Repository.Root, Path.Combine(AppContext.BaseDirectory, "pkce.dll"), "scan", "samples", "--format", "sarif")).Output;
        Assert.Empty((await JsonSchema.FromFileAsync(SarifSchema)).Validate(log));
        var results = JsonDocument.Parse(log).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        foreach (var related in results.Where(one => one.TryGetProperty("relatedLocations", out _)).Select(one => one.GetProperty("relatedLocations").EnumerateArray().ToList()))
        {
            Assert.Equal(related.Count, related.Select(place => place.GetProperty("physicalLocation").ToString()).Distinct().Count());
            Assert.All(related, place => Assert.NotEmpty(place.GetProperty("message").GetProperty("text").GetString()!));
        }
    }

    [Fact]
    public async Task JSON_lines()
    {
        WriteCode();
        var findings = (await ScanAsync("jsonl")).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([("src/Except.cs", true), ("src/My App,1/Login.cs", false)], findings.Select(one => (one.GetProperty("path").GetString(), one.GetProperty("suppressed").GetBoolean())));
        Assert.Equal("shop.example refuses it", findings[0].GetProperty("reason").GetString());
        Assert.Equal(("PKCE1001", "warning", 3, 3, "product"), (findings[1].GetProperty("rule").GetString(), findings[1].GetProperty("severity").GetString(),
            findings[1].GetProperty("line").GetInt32(), findings[1].GetProperty("endLine").GetInt32(), findings[1].GetProperty("area").GetString()));
    }

    [Fact]
    public async Task GitHub_annotations()
    {
        WriteCode();
        Assert.Matches(@"^::warning file=src/My App%2C1/Login\.cs,line=3,endLine=3,col=\d+,endColumn=\d+,title=PKCE1001::The client's authorization request ",
            Assert.Single((await ScanAsync("github")).Lines));
    }

    [Fact]
    public async Task JUnit()
    {
        WriteCode();
        var suites = XDocument.Parse((await ScanAsync("junit", "--min-severity", "info")).Output).Root!;
        Assert.Equal(("1", "2"), (suites.Attribute("failures")!.Value, suites.Attribute("skipped")!.Value));
        Assert.Equal(Analyzers.Ids.Count(), suites.Elements("testsuite").Count());
        Assert.Equal(suites.Attribute("tests")!.Value, $"{suites.Descendants("testcase").Count()}");
        var failed = suites.Descendants("failure").Single();
        Assert.Equal("PKCE1001", failed.Attribute("type")!.Value);
        Assert.StartsWith("src/My App,1/Login.cs:3:", failed.Parent!.Attribute("name")!.Value);
        Assert.Equal("shop.example refuses it", suites.Descendants("skipped").First().Attribute("message")!.Value);
    }

    [Fact]
    public async Task Markdown()
    {
        WriteCode();
        var lines = (await ScanAsync("markdown")).Lines.ToList();
        Assert.Equal("## PKCE: 1 finding", lines[0]);
        Assert.Contains(@"| warning | [PKCE1001](https://github.com/", lines[3]);
        Assert.Contains(@"docs/rules/PKCE1001.md) | src/My App,1/Login.cs:3 | The client's authorization request \(response\_type, ", lines[3]);
        Assert.EndsWith("; 1 suppressed", lines[4]);
    }

    [Fact]
    public async Task CSV_holds_no_formulas()
    {
        _folder.Write("=cmd()/Login, \"one\".cs", Pkce.Vulnerable);
        var lines = (await ScanAsync("csv")).Lines.ToList();
        Assert.Equal("rule,severity,path,line,column,area,suppressed,reason,fingerprint,message", lines[0]);
        Assert.StartsWith("PKCE1001,warning,\"'=cmd()/Login, \"\"one\"\".cs\",3,", lines[1]);
    }

    [Fact]
    public async Task Several_are_written_at_once()
    {
        WriteCode();
        var result = await Pkce.RunAsync(_folder, "scan", "--output", "out/log.sarif", "-o", "junit=out/tests", "-o", "out/all.csv", "-o", "out/report.txt");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 finding (PKCE1001: 1)", result.Output);
        Assert.Equal(result.Output, File.ReadAllText(_folder["out/report.txt"]));
        Assert.Equal(["all.csv", "log.sarif", "report.txt", "tests"], Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        JsonDocument.Parse(File.ReadAllText(_folder["out/log.sarif"]));
        XDocument.Load(_folder["out/tests"]);
    }

    [Theory]
    [InlineData("--format", "pdf")]
    [InlineData("--output", "report.pdf")]
    [InlineData("--category", "/")]
    public async Task A_form_that_is_not_known(params string[] options)
    {
        _folder.Write("A.cs", Pkce.Harmless);
        var result = await Pkce.RunAsync(_folder, ["scan", .. options]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"pkce: error: {options[0]} ", result.Error);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_error_and_the_findings_are_printed()
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        _folder.Write("taken", "");
        var result = await Pkce.RunAsync(_folder, "scan", "--output", "taken/log.sarif");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("warning PKCE1001", result.Output);
        Assert.StartsWith("pkce: error: taken/log.sarif: cannot be written: ", result.Error);
    }

    [Theory]
    [InlineData("", "c129715d7a2bc9a3:1")]
    [InlineData(" a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1")]
    [InlineData(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End",
        "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1")]
    public void Line_hashes_are_those_of_code_scanning(string text, string hashes) =>
        Assert.Equal(hashes.Split(' '), LineHashes.Of(text).OrderBy(line => line.Key).Select(line => line.Value));

    /// <summary>What a machine reads is alone on standard output.</summary>
    async Task<CommandResult> ScanAsync(string format, params string[] options)
    {
        var result = await Pkce.RunAsync(_folder, ["scan", "--format", format, .. options]);
        Assert.Equal(1, result.ExitCode);
        return result;
    }

    static string SarifSchema { get; } =
        typeof(ReportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SarifSchema").Value!;
}

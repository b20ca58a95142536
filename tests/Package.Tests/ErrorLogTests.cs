using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace PkceAnalyzers.Package.Tests;

/// <summary>The log that code scanning reads.</summary>
public sealed class ErrorLogTests(PackageFeed feed)
{
    [Fact]
    public async Task The_log_is_valid_and_its_rules_have_weakness_rank_and_page()
    {
        using var project = new ConsoleProject(feed);
        await project.BuildAsync("-p:ErrorLog=log.sarif%2Cversion=2.1");
        // Once more, when there is nothing to compile: nothing is added twice.
        (await project.DotnetAsync("build", "--no-restore", "--disable-build-servers", "-p:ErrorLog=log.sarif%2Cversion=2.1")).Succeeded();

        var schema = await JsonSchema.FromFileAsync(SarifSchema);
        Assert.Empty(schema.Validate(File.ReadAllText(project["log.sarif"])));

        using var log = ErrorLog.Read(project["log.sarif"]);
        Assert.Equal([2], log.Results("PKCE1001").Select(ErrorLog.Line));
        Assert.Equal("note", log.Results("PKCE1005").Single().GetProperty("level").GetString());
        Assert.NotEmpty(log.Rules);
        using var package = ZipFile.OpenRead(feed.Package("PkceAnalyzers"));
        foreach (var rule in log.Rules)
        {
            var properties = rule.GetProperty("properties");
            var tags = properties.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).ToList();
            Assert.Contains("security", tags);
            Assert.Contains(tags, tag => Regex.IsMatch(tag, "^external/cwe/cwe-[0-9]+$"));
            Assert.InRange(double.Parse(properties.GetProperty("security-severity").GetString()!, System.Globalization.CultureInfo.InvariantCulture), 0.1, 10);
            var page = Regex.Match(rule.GetProperty("helpUri").GetString()!, "docs/.*$").Value;
            Assert.NotNull(package.GetEntry(page));
        }
    }

    static string SarifSchema { get; } =
        typeof(ErrorLogTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SarifSchema").Value!;
}

using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The readme's table of rules is made from the descriptors and the fixes.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Table_of_rules_is_that_of_the_descriptors()
    {
        var readme = File.ReadAllText(Path.Combine(Support.Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var written = Regex.Match(readme, "<!-- generated: rules -->\n(?<table>.*?)<!-- end -->", RegexOptions.Singleline).Groups["table"].Value;
        var expected = Table();
        Assert.True(written == expected, $"Paste between the marks of 'rules' in README.md:\n{expected}");
    }

    static string Table()
    {
        var repaired = typeof(PKCE1001ProofKeyFix).Assembly.GetTypes()
            // A marker is no repair.
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type) && type != typeof(PKCE1001WithoutProofKeyFix))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
            .ToHashSet();
        var table = new StringBuilder("| rule | severity | finds | repair |\n|---|---|---|---|\n");
        foreach (var rule in new PkceAnalyzer().SupportedDiagnostics.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var severity = rule.DefaultSeverity.ToString().ToLowerInvariant();
            table.Append($"| [{rule.Id}](docs/rules/{rule.Id}.md) | {severity} | {rule.Title} |{(repaired.Contains(rule.Id) ? " yes" : "")} |\n");
        }
        return table.ToString();
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Tests;

/// <summary>What the documentation says of the rules, and whether its links lead anywhere.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages()];

    [Theory, MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var text = Regex.Replace(Repository.Read(page), "```.*?```", "", RegexOptions.Singleline);
        var dead = Regex.Matches(text, @"\]\((?<target>[^)\s]+)\)").Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !IsAlive(page, target));

        Assert.Empty(dead);
    }

    [Fact]
    public void Readme_lists_every_rule_with_its_severity()
    {
        var rows = Regex.Matches(Repository.Read("README.md"), @"^\| \[(?<id>PKCE\d{4})\]\(docs/rules/\k<id>\.md\) \| (?<severity>\w+) \|", RegexOptions.Multiline)
            .Select(row => $"{row.Groups["id"].Value} {row.Groups["severity"].Value}");

        Assert.Equal(new PkceAnalyzer().SupportedDiagnostics.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => $"{rule.Id} {Named(rule.DefaultSeverity)}"), rows);
    }

    [Fact]
    public void Every_option_is_documented()
    {
        var documented = Regex.Matches(Repository.Read("docs/options.md"), @"^\| `(?<key>pkce\.[a-z_]+)` \|", RegexOptions.Multiline).Select(row => row.Groups["key"].Value);

        Assert.Equal(PkceOptions.Keys.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_property_that_the_package_reads_is_documented()
    {
        var options = Repository.Read("docs/options.md");
        var package = Repository.Read("src/Package/build/PkceAnalyzers.props") + Repository.Read("src/Package/build/PkceAnalyzers.targets");
        var read = Regex.Matches(package, @"(?<=\$\(|CompilerVisibleProperty Include="")Pkce\w+").Select(match => match.Value).Distinct()
            .Where(property => !package.Contains($"<{property}>", StringComparison.Ordinal)).ToList();

        Assert.Contains("PkceAnalysisMode", read);
        Assert.All(read, property => Assert.Contains($"| `{property}` |", options));
    }

    static string Named(DiagnosticSeverity severity) => severity.ToString().ToLower(CultureInfo.InvariantCulture);

    static bool IsAlive(string page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        if (!Repository.Exists(path))
            return false;
        return parts.Length == 1 || Regex.Matches(Repository.Read(path), @"^#+ (?<title>.+)$", RegexOptions.Multiline).Any(heading => Anchor(heading.Groups["title"].Value) == parts[1]);
    }

    // As code hosts make them: lower case, no punctuation, hyphens for spaces.
    static string Anchor(string title) => Regex.Replace(title.ToLower(CultureInfo.InvariantCulture), @"[^\w\- ]", "").Replace(' ', '-');
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Every rule comes with all that belongs to it.</summary>
public sealed class DescriptorTests
{
    public static TheoryData<string> Ids => [.. new PkceAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        var ids = new PkceAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^PKCE[1-49][0-9]{3}$", id));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_says_what_is_wrong(string id)
    {
        var rule = Descriptor(id);

        Assert.NotEmpty(Said(rule.Title));
        Assert.NotEmpty(Said(rule.MessageFormat));
        Assert.NotEmpty(Said(rule.Description));
        Assert.Equal("Security", rule.Category);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_names_weakness_and_source(string id)
    {
        var tags = Descriptor(id).CustomTags;

        Assert.Single(tags, tag => Regex.IsMatch(tag, "^CWE-[0-9]+$"));
        Assert.Single(tags, tag => Regex.IsMatch(tag, @"^(RFC [0-9]{4} [0-9.]+|docs/options\.md)$"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_is_tagged_for_code_scanning(string id)
    {
        var tags = Descriptor(id).CustomTags;

        Assert.Contains("security", tags);
        Assert.Single(tags, tag => Regex.IsMatch(tag, "^external/cwe/cwe-[0-9]+$"));
        Assert.Single(tags, tag => Regex.IsMatch(tag, @"^security-severity:(10|[0-9])\.[0-9]$"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_has_a_page_that_names_what_its_descriptor_names(string id)
    {
        var rule = Descriptor(id);
        var page = Repository.Read($"docs/rules/{id}.md");

        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: {Said(rule.Title)}\n", page);
        Assert.All(rule.CustomTags.Where(tag => tag.StartsWith("CWE-", StringComparison.Ordinal) || tag.Contains(' ')), tag => Assert.Contains(tag, page));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_has_all_sections(string id)
    {
        var sections = Repository.Read($"docs/rules/{id}.md").Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.Equal(["## Cause", "## The attack", "## Wrong", "## Right", "## The fix", "## When to suppress", "## Options", "## Limits", "## See"], sections);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_is_entered_in_the_releases(string id)
    {
        var releases = Repository.Read("src/Analyzers/AnalyzerReleases.Shipped.md") + Repository.Read("src/Analyzers/AnalyzerReleases.Unshipped.md");

        Assert.Contains($"\n{id} | Security | {Descriptor(id).DefaultSeverity} | {Said(Descriptor(id).Title)}\n", releases);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_has_a_file_and_a_test_file(string id)
    {
        Assert.Single(Repository.Files("src/Analyzers/Rules", $"{id}*.cs"));
        Assert.Single(Repository.Files("tests/Analyzers.Tests", $"{id}*Tests.cs"));
    }

    [Fact]
    public void Page_has_a_rule()
        => Assert.Equal(Ids.Select(row => row.Data).Order(), Repository.Files("docs/rules", "*.md").Select(Path.GetFileNameWithoutExtension).Order());

    static DiagnosticDescriptor Descriptor(string id) => new PkceAnalyzer().SupportedDiagnostics.Single(descriptor => descriptor.Id == id);

    static string Said(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);
}

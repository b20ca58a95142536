using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool;

/// <summary>The page of each rule, as docs/rules has it.</summary>
static partial class RulePages
{
    /// <summary>Markdown; null where the rule has no page.</summary>
    public static string? Of(string id)
    {
        using var page = typeof(RulePages).Assembly.GetManifestResourceStream($"{id}.md");
        if (page is null)
            return null;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    }

    /// <summary>The same with links that lead on from anywhere.</summary>
    /// <param name="home">The address of the page itself.</param>
    public static string? WithFullLinks(string id, string home) =>
        Of(id) is not { } page || !Uri.TryCreate(home, UriKind.Absolute, out var from)
            ? Of(id)
            : RelativeLink().Replace(page, link => $"]({new Uri(from, link.Groups["target"].Value)})");

    [GeneratedRegex(@"\]\((?<target>(?![a-z]+:)[^)\s]+)\)")]
    private static partial Regex RelativeLink();
}

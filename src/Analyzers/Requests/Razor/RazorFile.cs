using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Requests.Razor;

/// <summary>
/// What the markup of a Razor file (<c>.cshtml</c>, <c>.razor</c>) holds that rules judge. Its code is found in what Razor generates,
/// which has the places of code in the file, but not those of markup: that is read from the file itself.
/// </summary>
/// <param name="Links">Requests in attributes of elements.</param>
sealed record RazorFile(ProjectFacts Project, ImmutableArray<RazorLink> Links)
{
    // Neither comments nor scripts are markup.
    static readonly Regex NoMarkup = new(
        @"@\*.*?(?:\*@|\z)|<!--.*?(?:-->|\z)|<(?<name>script|style)\b.*?(?:</\k<name>>|\z)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    static readonly Regex Url = new(
        @"<[a-z][\w-]*\b[^<>]*?\s(?:href|src|action|formaction)\s*=\s*(?:""(?<url>[^""]*)""|'(?<url>[^']*)')",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    static readonly Regex Form = new(
        @"<form\b(?<attributes>[^<>]*)>(?<body>.*?)(?:</form>|\z)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    static readonly Regex Input = new(@"<input\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    static readonly Regex Exception = new(
        @"(?:@\*|<!--)\s*(?<marker>pkce:.*?)\s*(?:\*@|-->)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static RazorFile Read(string path, SourceText source, ProjectFacts project, PkceOptions options)
    {
        var text = source.ToString();
        var excepted = Excepted(text, source);
        var markup = NoMarkup.Replace(text, static match => new string(' ', match.Length));
        var links = Url.Matches(markup)
            .Cast<Match>()
            .Select(match => match.Groups["url"])
            .Select(url => RazorLink.From(url.Value, Place(url)))
            .Concat(
                Form.Matches(markup)
                    .Cast<Match>()
                    .Select(form =>
                        RazorLink.FromForm(form.Groups["attributes"].Value, form.Groups["body"].Value, Inputs(form.Groups["body"]))
                    )
            )
            .OfType<RazorLink>()
            .Where(link => (link.Host is null || !options.ExcludedHosts.Contains(link.Host)) && !excepted.Contains(LineOf(link.Place)));
        return new RazorFile(project, [.. links]);

        IEnumerable<(string Text, Location Place)> Inputs(Group body) =>
            Input
                .Matches(body.Value)
                .Cast<Match>()
                .Select(input => (input.Value, PlaceOf(new TextSpan(body.Index + input.Index, input.Length))));

        Location Place(Group url) => PlaceOf(new TextSpan(url.Index, url.Length));

        Location PlaceOf(TextSpan span) => Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The lines on which, or above which, a comment with a reason excepts requests: <c>@* pkce: disable PKCE1001 reason
    /// *@</c>.</summary>
    static HashSet<int> Excepted(string text, SourceText source)
    {
        var lines = new HashSet<int>();
        foreach (Match comment in Exception.Matches(text))
        {
            if (
                DisableComment.Read("// " + comment.Groups["marker"].Value) is not { Reason: not null } read
                || !read.Rules.Any(NoPkceMarker.Rules.Contains)
            )
                continue;
            var line = source.Lines.GetLineFromPosition(comment.Index).LineNumber;
            lines.Add(line);
            lines.Add(line + 1);
        }
        return lines;
    }

    static int LineOf(Location place) => place.GetLineSpan().StartLinePosition.Line;
}

using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>The findings, by project and rule.</summary>
static class FindingsSection
{
    public static Fragment Of(ScanResult result) =>
        Fragment.Of(
            $"""
            <section aria-labelledby="findings"><h2 id="findings">Findings</h2>
            {(result.Findings.Count == 0 ? Fragment.Of($"<p>None.</p>") : Fragment.Empty)}
            {ByProject(result).Select(project => Project(project, result))}
            {Suppressed(result)}
            </section>
            """
        );

    /// <summary>How a project is called, or code without one.</summary>
    public static string NameOf(string project) => project.Length > 0 ? project : "Code without a project";

    /// <summary>A finding with its place and its line of code, the part that it is about marked.</summary>
    public static Fragment Finding(Finding finding, ScanResult result) =>
        Fragment.Of(
            $"""
            <article class="finding"><p>{Severity(finding)} {At(finding.Place, result)}</p>
            <p>{finding.Message}</p>
            {Code(finding)}{Related(finding, result)}</article>

            """
        );

    static Fragment Severity(Finding finding)
    {
        var name = TextReport.SeverityName(finding.Severity);
        return Fragment.Of($"""<span class="severity {name}">{name}</span>""");
    }

    /// <summary>The same, set as a place.</summary>
    public static Fragment At(Place place, ScanResult result) => Fragment.Of($"""<span class="place">{Place(place, result)}</span>""");

    /// <summary>A file and line.</summary>
    public static string Place(Place place, ScanResult result) =>
        place.Line > 0 ? $"{result.Relative(place.Path)}:{place.Line}" : result.Relative(place.Path);

    static IEnumerable<IGrouping<string, Finding>> ByProject(ScanResult result) =>
        result.Findings.GroupBy(finding => finding.Project).OrderBy(project => project.Key, StringComparer.Ordinal);

    static Fragment Project(IGrouping<string, Finding> project, ScanResult result) =>
        Fragment.Of(
            $"""
            <details open><summary><h3>{NameOf(project.Key)} <span class="count">{project.Count()}</span></h3></summary>
            {project.GroupBy(finding => finding.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => Rule(rule, result))}
            </details>
            """
        );

    static Fragment Rule(IGrouping<string, Finding> findings, ScanResult result)
    {
        var rule = result.Rules.FirstOrDefault(rule => rule.Id == findings.Key);
        var link = Fragment.Of($"""<a href="{rule?.HelpLinkUri}" rel="noreferrer">{findings.Key}</a>""");
        return Fragment.Of(
            $"""
            <h4>{link} {rule?.Title.ToString()} <span class="count">{findings.Count()}</span></h4>
            {findings.Select(finding => Finding(finding, result))}
            """
        );
    }

    static Fragment Code(Finding finding)
    {
        if (finding.Code is not { } code || finding.Column < 1 || finding.Column > code.Length)
            return Fragment.Empty;
        var place = finding.Place;
        var end = place.EndLine > place.Line ? code.Length : Math.Clamp(place.EndColumn - 1, place.Column, code.Length);
        return Fragment.Of(
            $"""<pre><code>{code[..(place.Column - 1)].TrimStart()}<mark>{code[(place.Column - 1)..end]}</mark>{code[end..]}</code></pre>"""
        );
    }

    static Fragment Related(Finding finding, ScanResult result) =>
        finding.Related.Count == 0
            ? Fragment.Empty
            : Fragment.Of(
                $"""<p class="related">See also {string.Join(", ", finding.Related.Select(place => Place(place, result)))}</p>"""
            );

    static Fragment Suppressed(ScanResult result) =>
        result.Suppressed.Count == 0
            ? Fragment.Empty
            : Fragment.Of(
                $"""
                <details><summary>{result.Suppressed.Count} suppressed</summary>
                <ul>{result.Suppressed.Select(finding => Suppressed(finding, result))}</ul></details>
                """
            );

    static Fragment Suppressed(Finding finding, ScanResult result)
    {
        var reason = finding.Suppression?.Reason ?? "no reason given";
        return Fragment.Of($"<li>{finding.Id} {At(finding.Place, result)}: {reason}</li>\n");
    }
}

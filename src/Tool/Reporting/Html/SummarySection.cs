using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>How much was found, by severity, rule and project, in how much code.</summary>
static class SummarySection
{
    public static Fragment Of(ScanResult result) =>
        Fragment.Of(
            $"""
            <section aria-labelledby="summary"><h2 id="summary">Summary</h2>
            {Notice(result)}
            <ul class="numbers">{Numbers(result).Select(number => Fragment.Of($"<li><b>{number.Count}</b> {number.Name}</li>"))}</ul>
            {Table("Findings by rule", ["Rule", "What it finds", "Findings"], ByRule(result))}
            {Table("Findings by project", ["Project", "Findings"], ByProject(result))}
            {Problems(result)}
            </section>
            """
        );

    static Fragment Notice(ScanResult result) =>
        result.IsInterrupted || result.Problems.Any(problem => problem.IsError)
            ? Fragment.Of($"""<p class="notice"><b>Not everything was scanned:</b> what is missing here may hold findings.</p>""")
        : result.Findings.Count == 0 ? Fragment.Of($"<p>Nothing was found.</p>")
        : Fragment.Empty;

    static IEnumerable<(int Count, string Name)> Numbers(ScanResult result) =>
        new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Info }
            .Select(severity => (result.Findings.Count(finding => finding.Severity == severity), Name: TextReport.SeverityName(severity)))
            .Select(number => (number.Item1, number.Item1 == 1 ? number.Name : number.Name + "s"))
            .Concat([
                (result.Suppressed.Count, "suppressed"),
                (result.Inventory.Count, "requests"),
                (result.Projects, "projects"),
                (result.Files, "files"),
                (result.Lines, "lines"),
            ]);

    static IEnumerable<IReadOnlyList<Fragment>> ByRule(ScanResult result) =>
        result
            .Rules.Select(rule => (rule, Count: result.Findings.Count(finding => finding.Id == rule.Id)))
            .Where(one => one.Count > 0)
            .Select(one =>
                (IReadOnlyList<Fragment>)
                    [
                        Fragment.Of($"""<a href="{one.rule.HelpLinkUri}" rel="noreferrer">{one.rule.Id}</a>"""),
                        Fragment.Of($"{one.rule.Title.ToString()}"),
                        Fragment.Of($"{one.Count}"),
                    ]
            );

    static IEnumerable<IReadOnlyList<Fragment>> ByProject(ScanResult result) =>
        result
            .Findings.GroupBy(finding => finding.Project)
            .OrderByDescending(project => project.Count())
            .ThenBy(project => project.Key, StringComparer.Ordinal)
            .Select(project =>
                (IReadOnlyList<Fragment>)[Fragment.Of($"{FindingsSection.NameOf(project.Key)}"), Fragment.Of($"{project.Count()}")]
            );

    static Fragment Table(string caption, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<Fragment>> rows) =>
        rows.ToList() is { Count: > 0 } all
            ? Fragment.Of(
                $"""
                <table><caption>{caption}</caption>
                <thead><tr>{names.Select(name => Fragment.Of($"""<th scope="col">{name}</th>"""))}</tr></thead>
                <tbody>{all.Select(row => Fragment.Of($"<tr>{row.Select(cell => Fragment.Of($"<td>{cell}</td>"))}</tr>\n"))}</tbody></table>
                """
            )
            : Fragment.Empty;

    static Fragment Problems(ScanResult result) =>
        result.Problems.Count == 0
            ? Fragment.Empty
            : Fragment.Of(
                $"""
                <details><summary>{TextReport.Count(result.Problems.Count, "note")} on the scan</summary>
                <ul>{result.Problems.Select(problem => Fragment.Of($"<li>{problem.Message}</li>"))}</ul></details>
                """
            );
}

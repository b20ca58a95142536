using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>A table of the findings.</summary>
static class MarkdownReport
{
    public static void Write(ScanResult result, TextWriter output)
    {
        output.WriteLine($"## PKCE: {(result.Findings.Count == 0 ? "no findings" : TextReport.Count(result.Findings.Count, "finding"))}");
        output.WriteLine();
        if (result.Findings.Count > 0)
        {
            output.WriteLine("| Severity | Rule | Place | What is wrong |");
            output.WriteLine("|---|---|---|---|");
            foreach (var finding in result.Findings)
            {
                var place = Escape($"{result.Relative(finding.Path)}:{finding.Line}");
                var severity = TextReport.SeverityName(finding.Severity);
                output.WriteLine($"| {severity} | {Rule(finding, result)} | {place} | {Escape(finding.Message)} |");
            }
            output.WriteLine();
        }
        var suppressed = result.Suppressed.Count > 0 ? $"; {result.Suppressed.Count} suppressed" : "";
        output.WriteLine(
            $"{TextReport.Count(result.Files, "file")}, {TextReport.Count(result.Lines, "line")}, "
                + $"{TextReport.Count(result.Projects, "project")}{suppressed}"
        );
    }

    static string Rule(Finding finding, ScanResult result) =>
        result.Rules.FirstOrDefault(rule => rule.Id == finding.Id)?.HelpLinkUri is { Length: > 0 } page
            ? $"[{finding.Id}]({page})"
            : finding.Id;

    /// <summary>Text that is no markup, whatever it holds.</summary>
    static string Escape(string text) =>
        string.Concat(
            Printable
                .Line(text)
                .Select(c =>
                    c is '&' ? "&amp;"
                    : c is '<' ? "&lt;"
                    : "\\`*_{}[]()#!|~>@".Contains(c) ? $"\\{c}"
                    : c.ToString()
                )
        );
}

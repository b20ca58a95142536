using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Workflow commands of GitHub Actions, which become annotations.</summary>
static class GitHubReport
{
    public static void Write(ScanResult result, TextWriter output)
    {
        foreach (var finding in result.Findings)
            output.WriteLine(
                $"::{Command(finding.Severity)} {Place(finding, result)}title={Property(finding.Id)}::{Data(finding.Message)}"
            );
    }

    static string Command(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        };

    static string Place(Finding finding, ScanResult result)
    {
        var file = $"file={Property(result.Relative(finding.Path))},";
        if (finding.Line == 0)
            return file;
        // Columns are for a single line only.
        var columns = finding.Place.EndLine == finding.Line ? $"col={finding.Column},endColumn={finding.Place.EndColumn}," : "";
        return $"{file}line={finding.Line},endLine={finding.Place.EndLine},{columns}";
    }

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}

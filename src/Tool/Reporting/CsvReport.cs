using System.Globalization;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>One row for each finding, those that are suppressed too, below a row of names.</summary>
static class CsvReport
{
    static readonly IReadOnlyList<string> Names =
    [
        "rule",
        "severity",
        "path",
        "line",
        "column",
        "area",
        "suppressed",
        "reason",
        "fingerprint",
        "message",
    ];

    public static void Write(ScanResult result, TextWriter output) =>
        CsvTable.Write(output, Names, result.All.Order(Finding.ByPlace).Select(finding => Fields(finding, result)));

    static IReadOnlyList<string> Fields(Finding finding, ScanResult result) =>
        [
            finding.Id,
            TextReport.SeverityName(finding.Severity),
            result.Relative(finding.Path),
            Number(finding.Line),
            Number(finding.Column),
            finding.Area.ToString().ToLowerInvariant(),
            finding.Suppression is null ? "no" : "yes",
            finding.Suppression?.Reason ?? "",
            finding.Fingerprint,
            finding.Message,
        ];

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

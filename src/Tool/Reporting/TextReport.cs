using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Prints findings in the form of the compiler, which terminals, editors and CI systems recognise.</summary>
class TextReport(TextWriter output, string currentFolder)
{
    /// <param name="result">What was found.</param>
    /// <param name="showSuppressed">Whether what the code itself suppresses is listed.</param>
    /// <param name="hasSummary">Whether a line says how much was found and looked at.</param>
    public void Print(ScanResult result, bool showSuppressed, bool hasSummary)
    {
        foreach (var finding in result.Findings)
            Print(finding);
        if (hasSummary && result.Findings.Count > 0)
            output.WriteLine();
        // Not in the form of the compiler: no system is to take them for findings.
        if (showSuppressed && result.Suppressed.Count > 0)
        {
            output.WriteLine("suppressed:");
            foreach (var finding in result.Suppressed)
                output.WriteLine($"  {At(finding)}: {finding.Id}: {Printable.Line(finding.Suppression?.Reason ?? "no reason given")}");
            output.WriteLine();
        }
        if (!hasSummary)
            return;
        output.WriteLine(Summary(result));
        if (result.Unrestored > 0)
        {
            output.WriteLine(
                $"{result.Unrestored} of {Count(result.Projects, "project")} {(result.Unrestored == 1 ? "is" : "are")} not restored: "
                    + "what their packages hold is known by name only, and 'dotnet restore' makes the scan more certain"
            );
        }
        if (result.UnreadRazor > 0)
        {
            output.WriteLine(
                $"the code of {Count(result.UnreadRazor, "Razor file")} was not looked at, only the markup: "
                    + "that takes the Razor compiler of an installed .NET SDK"
            );
        }
    }

    /// <summary>The place of a finding as it is printed.</summary>
    public string At(Finding finding)
    {
        // Relative where that is shorter to read; a path with ".." is not recognised by all terminals.
        var relative = Path.GetRelativePath(currentFolder, finding.Path);
        var path = Printable.Line(relative.StartsWith("..", StringComparison.Ordinal) ? finding.Path : relative);
        return finding.Line > 0 ? $"{path}({finding.Line},{finding.Column})" : path;
    }

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    public static string SeverityName(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };

    protected virtual void Print(Finding finding) =>
        output.WriteLine($"{At(finding)}: {SeverityName(finding.Severity)} {finding.Id}: {Printable.Line(finding.Message)}");

    static string Summary(ScanResult result)
    {
        var known = result.Suppressed.Count(finding => finding.Suppression is { IsKnown: true });
        var silenced = result.Suppressed.Count - known;
        var suppressed = (silenced > 0 ? $" and {silenced} suppressed" : "") + (known > 0 ? $" and {known} in the baseline" : "");
        return $"{(result.IsInterrupted ? "interrupted; so far " : "")}{Found(result.Findings)}{suppressed} in "
            + $"{Count(result.Files, "file")}, "
            + $"{Count(result.Lines, "line")}, {Count(result.Projects, "project")}{Areas(result.Findings)}";
    }

    static string Found(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            return "no findings";
        var rules = findings
            .GroupBy(finding => finding.Id)
            .OrderBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => $"{rule.Key}: {rule.Count()}");
        return $"{Count(findings.Count, "finding")} ({string.Join(", ", rules)})";
    }

    /// <summary>What lies beside the product's own code, which readers look at first.</summary>
    static string Areas(IReadOnlyList<Finding> findings)
    {
        var parts = new[] { (CodeArea.Tests, "tests"), (CodeArea.Samples, "samples"), (CodeArea.Vendored, "vendored code") }
            .Select(area => (Count: findings.Count(finding => finding.Area == area.Item1), Name: area.Item2))
            .Where(area => area.Count > 0)
            .Select(area => $"{area.Count} in {area.Name}")
            .ToList();
        return parts.Count == 0 ? "" : $"; of these {string.Join(", ", parts)}";
    }
}

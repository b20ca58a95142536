using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>Prints findings in the form of the compiler, which terminals, editors and CI systems recognise.</summary>
sealed class Report(TextWriter output, string currentFolder)
{
    public void Print(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> suppressed, bool showSuppressed, int files, int lines, int projects)
    {
        foreach (var finding in findings)
            output.WriteLine($"{Place(finding)}: {Severity(finding.Severity)} {finding.Id}: {finding.Message}");
        if (findings.Count > 0)
            output.WriteLine();
        // Not in the form of the compiler: no system is to take them for findings.
        if (showSuppressed && suppressed.Count > 0)
        {
            output.WriteLine("suppressed:");
            foreach (var finding in suppressed)
                output.WriteLine($"  {Place(finding)}: {finding.Id}: {finding.Suppression?.Reason ?? "no reason given"}");
            output.WriteLine();
        }
        output.WriteLine($"{Found(findings)}{(suppressed.Count > 0 ? $" and {suppressed.Count} suppressed" : "")} in {Count(files, "file")}, {Count(lines, "line")}, {Count(projects, "project")}");
    }

    public string Place(Finding finding)
    {
        // Relative where that is shorter to read; a path with ".." is not recognised by all terminals.
        var relative = Path.GetRelativePath(currentFolder, finding.Path);
        var path = relative.StartsWith("..", StringComparison.Ordinal) ? finding.Path : relative;
        return finding.Line > 0 ? $"{path}({finding.Line},{finding.Column})" : path;
    }

    static string Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    static string Found(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            return "no findings";
        var rules = findings.GroupBy(f => f.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}");
        return $"{Count(findings.Count, "finding")} ({string.Join(", ", rules)})";
    }

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>How forms are named on the command line, and by which endings of files.</summary>
static class ReportFormats
{
    static readonly (ReportFormat Format, string Name, string Ending)[] All =
    [
        (ReportFormat.Text, "text", ".txt"),
        (ReportFormat.Sarif, "sarif", ".sarif"),
        (ReportFormat.JsonLines, "jsonl", ".jsonl"),
        (ReportFormat.GitHub, "github", ".github"),
        (ReportFormat.JUnit, "junit", ".xml"),
        (ReportFormat.Markdown, "markdown", ".md"),
        (ReportFormat.Csv, "csv", ".csv"),
        (ReportFormat.Html, "html", ".html"),
    ];

    /// <summary>Their names, as a list in help.</summary>
    public static string Names => string.Join('|', All.Select(format => format.Name));

    /// <summary>Null for a name that is none.</summary>
    public static ReportFormat? Named(string name)
    {
        var index = Array.FindIndex(All, format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : All[index].Format;
    }

    /// <summary>Reads <c>FORMAT=FILE</c>, or a file whose ending names the form; null where neither does.</summary>
    public static ReportFile? File(string written)
    {
        if (written.Split('=', 2) is [var name, { Length: > 0 } path] && Named(name) is { } named)
            return new ReportFile(named, path);
        var index = Array.FindIndex(All, format => written.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : new ReportFile(All[index].Format, written);
    }
}

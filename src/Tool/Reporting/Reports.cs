using PkceAnalyzers.Tool.Reporting.Html;
using PkceAnalyzers.Tool.Scanning;
using Spectre.Console;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Writes what a scan found, to standard output and to files.</summary>
static class Reports
{
    /// <param name="output">Standard output, or what stands for it.</param>
    public static void Print(ScanResult result, ScanOptions options, TextWriter output)
    {
        if (options.Format != ReportFormat.Text)
            Write(options.Format, result, options, output);
        else if (output == Console.Out && !Console.IsOutputRedirected)
            Print(result, options, new TerminalReport(AnsiConsole.Console, Environment.CurrentDirectory));
        else
            Print(result, options, new TextReport(output, Environment.CurrentDirectory));
    }

    static void Print(ScanResult result, ScanOptions options, TextReport report) =>
        report.Print(result, options.ShowSuppressed, hasSummary: options.Verbosity != Verbosity.Quiet);

    /// <summary>Writes the files that were asked for, each whole or not at all.</summary>
    public static void WriteFiles(ScanResult result, ScanOptions options, Problems problems)
    {
        foreach (var file in options.Outputs)
        {
            var path = Path.GetFullPath(file.Path);
            var temporary = $"{path}.{Path.GetRandomFileName()}";
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using (var writer = new StreamWriter(temporary))
                    Write(file.Format, result, options, writer);
                File.Move(temporary, path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                if (File.Exists(temporary))
                    File.Delete(temporary);
                problems.Error($"{file.Path}: cannot be written: {e.Message}");
            }
        }
    }

    static void Write(ReportFormat format, ScanResult result, ScanOptions options, TextWriter output)
    {
        switch (format)
        {
            case ReportFormat.Text:
                Print(result, options, new TextReport(output, Environment.CurrentDirectory));
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(result, options.Category, output);
                break;
            case ReportFormat.JsonLines:
                JsonLinesReport.Write(result, output);
                break;
            case ReportFormat.GitHub:
                GitHubReport.Write(result, output);
                break;
            case ReportFormat.JUnit:
                JUnitReport.Write(result, options.FailOn, output);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(result, output);
                break;
            case ReportFormat.Csv:
                CsvReport.Write(result, output);
                break;
            case ReportFormat.Html:
                HtmlReport.Write(result, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "No form of report");
        }
    }
}

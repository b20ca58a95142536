namespace PkceAnalyzers.Tool.Reporting;

/// <summary>A file that a report is written to.</summary>
/// <param name="Path">As it was written on the command line.</param>
sealed record ReportFile(ReportFormat Format, string Path);

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>What <c>pkce scan</c> was asked to do.</summary>
sealed record ScanOptions
{
    /// <summary>What is scanned, as it was written.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What is scanned one by one in place of the paths; null for none.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>The rules whose findings are reported; none: all.</summary>
    public IReadOnlySet<string> Rules { get; init; } = new HashSet<string>();

    /// <summary>Patterns of the paths that are reported on; none: all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of the paths that are not, of those.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The least severity that is reported.</summary>
    public DiagnosticSeverity Minimum { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>The least severity that makes the scan end with findings; null for none.</summary>
    public DiagnosticSeverity? FailOn { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>A file of findings that are known and do not count; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>A revision of git since which a member must have changed to be reported on; null for all members.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>How many files are read or analysed at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>How long the files of one project may take; null for as long as they do.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>A folder that keeps what a scan gave for the next one; null for none.</summary>
    public string? Cache { get; init; }

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    /// <summary>Whether the text lists what the code itself suppresses.</summary>
    public bool ShowSuppressed { get; init; }

    /// <summary>The form of what goes to standard output.</summary>
    public ReportFormat Format { get; init; } = ReportFormat.Text;

    /// <summary>What code scanning tells analyses of one commit apart by.</summary>
    public string Category { get; init; } = "pkce";

    /// <summary>Files that are written besides.</summary>
    public IReadOnlyList<ReportFile> Outputs { get; init; } = [];

    /// <summary>Whether any of them tells of the ways that findings take, and of repairs.</summary>
    public bool WantsDetails => Outputs.Select(file => file.Format).Append(Format).Contains(ReportFormat.Sarif);

    /// <summary>Whether any of them tells of requests that are as they have to be.</summary>
    public bool WantsInventory => Outputs.Select(file => file.Format).Append(Format).Contains(ReportFormat.Html);
}

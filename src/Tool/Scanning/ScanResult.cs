using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Inspecting;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>What a scan found.</summary>
sealed record ScanResult
{
    /// <summary>What counts, by path and position.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What does not count, because of the code itself or the baseline, likewise.</summary>
    public required IReadOnlyList<Finding> Suppressed { get; init; }

    /// <summary>Full path of the folder that paths are told from: the top of the work tree of git, else the current folder.</summary>
    public required string Root { get; init; }

    /// <summary>Full paths of the files that findings could have been in.</summary>
    public required IReadOnlySet<string> Scanned { get; init; }

    /// <summary>How many C# files were read.</summary>
    public required int Files { get; init; }

    /// <summary>How many lines they have.</summary>
    public required int Lines { get; init; }

    /// <summary>How many projects they belong to.</summary>
    public required int Projects { get; init; }

    /// <summary>How many of the projects with packages are not restored.</summary>
    public required int Unrestored { get; init; }

    /// <summary>How many pages and components could matter, and have code that was not looked at.</summary>
    public int UnreadRazor { get; init; }

    /// <summary>Whether it was ended before it was done.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>What went wrong, beside the findings.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The rules that were looked for, by id.</summary>
    public required IReadOnlyList<DiagnosticDescriptor> Rules { get; init; }

    /// <summary>The requests that the code makes, by place; empty where no report tells of them.</summary>
    public IReadOnlyList<InventoryRow> Inventory { get; init; } = [];

    /// <summary>What several scans found, told from the current folder.</summary>
    public static ScanResult Sum(
        IReadOnlyList<ScanResult> results,
        IReadOnlyList<DiagnosticDescriptor> rules,
        IReadOnlyList<Problem> problems
    ) =>
        new()
        {
            Findings = [.. results.SelectMany(result => result.Findings).Distinct().Order(Finding.ByPlace)],
            Suppressed = [.. results.SelectMany(result => result.Suppressed).Distinct().Order(Finding.ByPlace)],
            Root = Environment.CurrentDirectory,
            Scanned = results.SelectMany(result => result.Scanned).ToHashSet(StringComparer.Ordinal),
            Files = results.Sum(result => result.Files),
            Lines = results.Sum(result => result.Lines),
            Projects = results.Sum(result => result.Projects),
            Unrestored = results.Sum(result => result.Unrestored),
            UnreadRazor = results.Sum(result => result.UnreadRazor),
            IsInterrupted = results.Any(result => result.IsInterrupted),
            Problems = problems,
            Rules = rules,
            Inventory = [.. results.SelectMany(result => result.Inventory).OrderBy(row => row.Request.Place)],
        };

    /// <summary>Everything, what counts first.</summary>
    public IEnumerable<Finding> All => Findings.Concat(Suppressed);

    /// <summary>The path of a file as reports name it: below <see cref="Root"/> with forward slashes, else in full.</summary>
    public string Relative(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}

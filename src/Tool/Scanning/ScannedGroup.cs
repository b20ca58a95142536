using PkceAnalyzers.Tool.Inspecting;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>What the scan of a group of sources gave, whatever of it was asked for.</summary>
/// <param name="Project">Full path of the project; null for sources without one.</param>
/// <param name="IsUnrestored">Whether it has packages that are not there.</param>
/// <param name="UnreadRazor">How many pages and components could matter, and have code that was not looked at.</param>
/// <param name="Files">How many lines each C# file has, by its full path.</param>
/// <param name="Findings">What the analyzers reported, of all rules and severities.</param>
/// <param name="Requests">The requests that it makes; empty where no report tells of them.</param>
/// <param name="Warnings">What else is said of it.</param>
sealed record ScannedGroup(
    string? Project,
    bool IsUnrestored,
    int UnreadRazor,
    IReadOnlyDictionary<string, int> Files,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<InventoryRow> Requests,
    IReadOnlyList<string> Warnings
);

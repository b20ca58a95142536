using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What became of a finding.</summary>
/// <param name="Finding">Where it is: one that is left in the code as it is written, one that is repaired in the code as it was.</param>
/// <param name="Left">Why it is left; null where it is repaired.</param>
/// <param name="IsNew">Whether it has come with the repairs.</param>
sealed record Outcome(Finding Finding, string? Left, bool IsNew = false);

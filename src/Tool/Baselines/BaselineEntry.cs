namespace PkceAnalyzers.Tool.Baselines;

/// <summary>A finding that is known.</summary>
/// <param name="Rule">Its rule's id.</param>
/// <param name="Path">Its file, relative to the baseline's folder, with forward slashes.</param>
/// <param name="Fingerprint">As <see cref="Scanning.Finding.Fingerprint"/>.</param>
sealed record BaselineEntry(string Rule, string Path, string Fingerprint);

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>A part of a file, and what a repair writes in its place.</summary>
/// <param name="Place">Empty where something is only added; at the beginning of a file that a repair adds.</param>
sealed record Replacement(Place Place, string Text);

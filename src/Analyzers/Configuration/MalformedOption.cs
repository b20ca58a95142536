namespace PkceAnalyzers.Configuration;

/// <summary>An entry of an option that cannot be understood.</summary>
/// <param name="Expected">What it has to be.</param>
sealed record MalformedOption(string Key, string Entry, string Expected);

namespace PkceAnalyzers.Configuration;

/// <summary>An entry of an option that cannot be understood.</summary>
sealed record MalformedOption(string Key, string Entry);

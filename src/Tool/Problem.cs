namespace PkceAnalyzers.Tool;

/// <summary>Something that went wrong.</summary>
/// <param name="IsError">Whether something that was to be scanned was not.</param>
/// <param name="Message">What and where.</param>
sealed record Problem(bool IsError, string Message);

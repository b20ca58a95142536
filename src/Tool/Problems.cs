namespace PkceAnalyzers.Tool;

/// <summary>What went wrong beside the findings: told at once, and remembered for the exit code.</summary>
sealed class Problems(TextWriter error)
{
    readonly Lock _lock = new();

    /// <summary>Whether something that was to be scanned was not.</summary>
    public bool HaveErrors { get; private set; }

    /// <summary>Everything is scanned all the same, but not as it was meant.</summary>
    public void Warning(string message) => Write("warning", message);

    public void Error(string message)
    {
        HaveErrors = true;
        Write("error", message);
    }

    void Write(string kind, string message)
    {
        lock (_lock)
            error.WriteLine($"pkce: {kind}: {message.ReplaceLineEndings(" ")}");
    }
}

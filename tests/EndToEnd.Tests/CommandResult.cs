namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>How a command ended; the output holds standard output and standard error.</summary>
sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Returns this when the exit code is 0, else fails with the whole output.</summary>
    public CommandResult EnsureSuccess() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"Exit code {ExitCode} of {Command}:\n{Output}");
}

namespace PkceAnalyzers.Tool;

/// <summary>What the process tells its caller; part of the command's contract.</summary>
static class ExitCode
{
    public const int NothingFound = 0;
    public const int Findings = 1;

    /// <summary>The scan could not be run, or not on all that it was asked to scan.</summary>
    public const int Failed = 2;

    /// <summary>The shells' code for a process that was interrupted (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}

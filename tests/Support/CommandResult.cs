namespace PkceAnalyzers.Support;

/// <summary>What a process left.</summary>
sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    public IEnumerable<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The result, if the process succeeded.</summary>
    public CommandResult Succeeded() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"{this}");

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n{Output}{Error}";
}

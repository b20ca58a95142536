using System.Diagnostics;

namespace PkceAnalyzers.Support;

/// <summary>Runs programs to their end.</summary>
static class Command
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Task<CommandResult> DotnetAsync(string folder, params IEnumerable<string> arguments) => RunAsync(folder, new Dictionary<string, string>(), arguments);

    public static async Task<CommandResult> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A build inside a test run must not take part in the outer one, nor leave a build server behind.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var error = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return new CommandResult($"dotnet {string.Join(' ', start.ArgumentList)}", process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}

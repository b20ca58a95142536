using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace PkceAnalyzers.Support;

/// <summary>A running command; ended with everything it started when it is disposed.</summary>
sealed class Command : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    readonly string name;
    readonly Process process;
    readonly StringBuilder output = new();
    readonly StringBuilder error = new();
    readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    readonly CancellationTokenSource deadline = new(Patience);

    Command(string name, Process process)
    {
        this.name = name;
        this.process = process;
    }

    public static Command Start(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        IsolateFromTestRun(start);

        var process = new Process { StartInfo = start };
        var command = new Command($"{program} {string.Join(' ', arguments)}", process);
        process.OutputDataReceived += (_, e) => command.ReceiveOutput(e.Data);
        process.ErrorDataReceived += (_, e) => Append(command.error, e.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is needed by these tests and could not be started: {e.Message}", e);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return command;
    }

    /// <summary>Runs dotnet to its end.</summary>
    public static Task<CommandResult> DotnetAsync(string folder, params IEnumerable<string> arguments) =>
        RunAsync(folder, "dotnet", arguments);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<CommandResult> RunAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        await using var command = Start(folder, program, arguments);
        return await command.WaitForExitAsync();
    }

    /// <summary>Waits for a line of standard output that begins with <paramref name="prefix"/>.</summary>
    public async Task<string> WaitForLineAsync(string prefix)
    {
        await foreach (var line in lines.Reader.ReadAllAsync(deadline.Token))
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"{name} ended without a line \"{prefix}…\":\n{Text(output)}{Text(error)}");
    }

    public async Task<CommandResult> WaitForExitAsync()
    {
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{name} did not end within {Patience.TotalMinutes} minutes:\n{Text(output)}{Text(error)}");
        }

        return new CommandResult(name, process.ExitCode, Text(output), Text(error));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        deadline.Dispose();
    }

    void ReceiveOutput(string? line)
    {
        Append(output, line);
        if (line is null)
            lines.Writer.TryComplete();
        else
            lines.Writer.TryWrite(line);
    }

    static void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.AppendLine(line);
    }

    static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    // A build inside a test run must not take over the outer build's MSBuild, and must leave no build server behind.
    static void IsolateFromTestRun(ProcessStartInfo start)
    {
        foreach (var variable in start.Environment.Keys.Where(IsOfOuterBuild).ToList())
            start.Environment.Remove(variable);

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
    }

    static bool IsOfOuterBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) ||
        variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}

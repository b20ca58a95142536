using PkceAnalyzers.Tool.Scanning;
using Spectre.Console;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Shows on a terminal how far a scan is: files and elapsed time.</summary>
sealed class ProgressBar(ProgressContext context) : IScanProgress
{
    readonly Lock _lock = new();
    ProgressTask? _task;
    string _what = "";

    /// <summary>Runs a scan with a progress bar on standard error; without one where that is no terminal, or is to be quiet.</summary>
    public static async Task<T> ShowAsync<T>(Problems problems, Func<IScanProgress, Task<T>> scan)
    {
        if (Console.IsErrorRedirected || problems.Verbosity == Verbosity.Quiet)
            return await scan(new NoProgress());
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        problems.Hold();
        try
        {
            return await terminal
                .Progress()
                .AutoClear(true)
                .Columns(
                    new SpinnerColumn(),
                    new TaskDescriptionColumn { Alignment = Justify.Left },
                    new ProgressBarColumn(),
                    new ElapsedTimeColumn()
                )
                .StartAsync(context => scan(new ProgressBar(context)));
        }
        finally
        {
            problems.Release();
        }
    }

    public void Begin(string what, int files)
    {
        lock (_lock)
        {
            _what = what;
            _task ??= context.AddTask(what);
            _task.MaxValue = Math.Max(files, 1);
            _task.Value = 0;
            Describe("");
        }
    }

    public void Done(string location, int files)
    {
        lock (_lock)
        {
            _task?.Increment(files);
            Describe(Path.GetFileName(location));
        }
    }

    void Describe(string name)
    {
        if (_task is not null)
            _task.Description = Markup.Escape($"{_what} {_task.Value:0} of {_task.MaxValue:0} files {Printable.Line(name)}");
    }

    sealed class NoProgress : IScanProgress
    {
        public void Begin(string what, int files) { }

        public void Done(string location, int files) { }
    }
}

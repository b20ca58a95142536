namespace PkceAnalyzers.Values.Models;

/// <summary>Tasks: a task is the value that it will give.</summary>
static class TaskModel
{
    const string Task = "System.Threading.Tasks.Task";

    public static void Register(ModelTable table) =>
        table
            .AddOf(Task, FromResult, "FromResult")
            .AddOf("System.Threading.Tasks.ValueTask", FromResult, "FromResult")
            .AddOf(Task, Run, "Run")
            .Add(Awaited, "ConfigureAwait", "GetAwaiter", "GetResult", "AsTask", "WaitAsync");

    static Value? FromResult(Interpreter run, Call call) => call is { Owner: not null, Arguments: [{ Value: var result }] } ? result : null;

    static Value? Run(Interpreter run, Call call) =>
        call is { Owner: not null, Arguments: [{ Value: Function { Result: var computed } }, ..] } ? computed : null;

    static Value? Awaited(Interpreter run, Call call) =>
        call is { Receiver: { } awaited, Owner: { } owner }
        && (
            owner.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
            || owner.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        )
            ? awaited.Value
            : null;
}

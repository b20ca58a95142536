using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>The time that a project's files may take together, from when the first of them is begun.</summary>
sealed class TimeLimit(TimeSpan limit)
{
    readonly CancellationTokenSource _elapsed = new(limit);
    int _finished;
    int _leftOut;

    /// <summary>Null where the time is over before the work is done.</summary>
    public async Task<T?> TryRunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
        where T : struct
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _elapsed.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            var result = await work(either.Token);
            Interlocked.Increment(ref _finished);
            return result;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Interlocked.Increment(ref _leftOut);
            return null;
        }
    }

    /// <summary>Says what was left out.</summary>
    public void Tell(CompiledGroup group, Problems problems)
    {
        _elapsed.Dispose();
        if (_leftOut > 0)
            problems.Error(
                $"{group.Group.Location}: stopped after {limit.TotalSeconds:0.###} seconds; {_leftOut} of {_finished + _leftOut} "
                    + "files that could matter are left out"
            );
    }
}

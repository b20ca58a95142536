using System.Diagnostics;

namespace PkceAnalyzers.Benchmarks;

/// <summary>What some work took.</summary>
/// <param name="Milliseconds">Processor time of all threads.</param>
/// <param name="Megabytes">Memory that was allocated, not what was held at once.</param>
sealed record Cost(double Milliseconds, double Megabytes)
{
    public static Cost Of(Action work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var time = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        work();
        process.Refresh();
        return new Cost(
            (process.TotalProcessorTime - time).TotalMilliseconds,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6
        );
    }

    /// <summary>The median of each figure.</summary>
    public static Cost Median(IReadOnlyCollection<Cost> costs)
    {
        return new Cost(Of(cost => cost.Milliseconds), Of(cost => cost.Megabytes));

        double Of(Func<Cost, double> figure) => costs.Select(figure).Order().ElementAt((costs.Count - 1) / 2);
    }

    public static Cost operator +(Cost one, Cost other) =>
        new(one.Milliseconds + other.Milliseconds, one.Megabytes + other.Megabytes);
}

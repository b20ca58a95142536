using System.Globalization;

namespace PkceAnalyzers.Tool.Targets;

/// <summary>The part of a work that is done here, of several that are done elsewhere.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Count">How many parts there are.</param>
sealed record Shard(int Index, int Count)
{
    public static readonly Shard Whole = new(1, 1);

    /// <summary>Reads <c>3/8</c>, or <c>auto/8</c> where a scheduler tells the index but not the number.</summary>
    /// <param name="written">As on the command line.</param>
    /// <param name="variable">The environment's.</param>
    /// <returns>Null where it is none.</returns>
    public static Shard? Parse(string written, Func<string, string?> variable)
    {
        if (written.Split('/') is not [var index, var count] || Number(count) is not { } parts)
            return null;
        var at = index == "auto" ? Scheduler.IndexIn(variable) : Number(index);
        return at is { } one && one >= 1 && one <= parts ? new Shard(one, parts) : null;
    }

    /// <summary>The targets of this part: the largest go first, each to the part that has the least so far. Whoever has the same targets
    /// divides them alike.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> targets, Func<string, long> size)
    {
        if (Count == 1)
            return targets;
        var parts = new PriorityQueue<int, (long Size, int Part)>(Enumerable.Range(1, Count).Select(part => (part, (0L, part))));
        var own = new HashSet<string>();
        foreach (
            var (target, weight) in targets
                .Select(target => (target, Size: size(target)))
                .OrderByDescending(one => one.Size)
                .ThenBy(one => one.target, StringComparer.Ordinal)
        )
        {
            parts.TryDequeue(out var part, out var load);
            if (part == Index)
                own.Add(target);
            // What is empty takes its time, too.
            parts.Enqueue(part, (load.Size + Math.Max(weight, 1), part));
        }
        return [.. targets.Where(own.Contains)];
    }

    public override string ToString() => $"{Index}/{Count}";

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

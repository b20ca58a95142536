using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>A code fix, as the tool applies it.</summary>
interface IRepair
{
    /// <summary>The ids of the rules whose findings it may repair.</summary>
    IEnumerable<string> Ids { get; }

    bool Takes(Diagnostic diagnostic);

    /// <summary>The solution with as many of <paramref name="findings"/> repaired as can be; the same where that is none.</summary>
    Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Found> findings, CancellationToken cancel);

    /// <summary>The title of a repair of the code that leaves something to do by hand; null where there is none.</summary>
    Task<string?> PartlyAsync(Solution solution, Found finding, CancellationToken cancel);

    /// <summary>Why there is no whole repair, and what a person has to do; null where that is not known.</summary>
    Task<string?> ObstacleAsync(Solution solution, Found finding, CancellationToken cancel);
}

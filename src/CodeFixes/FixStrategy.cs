using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>One of the ways in which a fix can repair defects.</summary>
/// <param name="Name">Begins its equivalence keys.</param>
/// <param name="Title">What a lightbulb shows.</param>
/// <param name="PlanAsync">Plans the repair of defects; those that it does not repair are left out.</param>
sealed record FixStrategy(
    string Name,
    string Title,
    Func<SourceFiles, IReadOnlyList<Defect>, CancellationToken, Task<SolutionEdits>> PlanAsync
)
{
    /// <summary>Whether nothing is left to do by hand after it. One that leaves something is for a lightbulb, where someone reads its
    /// title.</summary>
    public bool IsWhole { get; init; } = true;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that plans the repair of any number of diagnostics in one go: of one for the lightbulb, of all for
/// Fix All. What it cannot plan it does not offer.</summary>
public abstract class RepairProvider : CodeFixProvider
{
    private protected abstract string Title { get; }

    /// <summary>The ways to repair a diagnostic, the best first. The first one is whole.</summary>
    private protected virtual IReadOnlyList<FixStrategy> Ways => [new FixStrategy(GetType().Name, Title, PlanAsync)];

    /// <summary>Plans the repair of <paramref name="defects"/> in the best way; those for which none is known are left out.</summary>
    private protected abstract Task<SolutionEdits> PlanAsync(
        SourceFiles files,
        IReadOnlyList<Defect> defects,
        CancellationToken cancellationToken
    );

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => RepairFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var defects = await Defect.OfAsync(solution, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            foreach (var way in Ways)
            {
                var edits = await way.PlanAsync(new SourceFiles(solution), defects, context.CancellationToken).ConfigureAwait(false);
                if (edits.IsEmpty)
                    continue;
                context.RegisterCodeFix(ActionOf(way, HelperHome.File, _ => Task.FromResult(edits.ApplyTo(solution))), diagnostic);
                // Behind the other: some hosts apply the first action alone, and drop files that one adds.
                if (edits.WritesHelper)
                    context.RegisterCodeFix(
                        ActionOf(
                            way,
                            HelperHome.Project,
                            cancellation => RepairAsync(way, solution, [diagnostic], HelperHome.Project, cancellation)
                        ),
                        diagnostic
                    );
            }
        }
    }

    /// <summary>The solution after the whole repair of <paramref name="diagnostics"/>; the same where none of them can be
    /// repaired.</summary>
    internal Task<Solution> RepairAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        HelperHome home,
        CancellationToken cancellationToken
    ) => RepairAsync(Ways[0], solution, diagnostics, home, cancellationToken);

    /// <summary>The title of the best way that repairs <paramref name="diagnostic"/> but leaves something to do by hand; null where there
    /// is none.</summary>
    internal async Task<string?> PartlyAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var defects = await Defect.OfAsync(solution, [diagnostic], cancellationToken).ConfigureAwait(false);
        foreach (var way in Ways.Where(way => !way.IsWhole))
        {
            if (!(await way.PlanAsync(new SourceFiles(solution), defects, cancellationToken).ConfigureAwait(false)).IsEmpty)
                return way.Title;
        }
        return null;
    }

    /// <summary>Why <paramref name="diagnostic"/> has no whole repair, and what a person has to do, as the end of a line; null where that
    /// is not known.</summary>
    internal async Task<string?> ObstacleAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var defects = await Defect.OfAsync(solution, [diagnostic], cancellationToken).ConfigureAwait(false);
        return defects is [var defect] ? ObstacleTo(defect) : null;
    }

    private protected virtual string? ObstacleTo(Defect defect) => null;

    /// <param name="key">The equivalence key of the action that is applied to all of <paramref name="diagnostics"/>.</param>
    /// <param name="isUnread">Whether a program chose the action, so that nobody has read its title: then only what is whole is
    /// done.</param>
    internal async Task<CodeAction?> FixAllAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        string? key,
        bool isUnread,
        CancellationToken cancellationToken
    )
    {
        var home = Ways.Any(way => key == KeyOf(way, HelperHome.Project)) ? HelperHome.Project : HelperHome.File;
        var way = Ways.FirstOrDefault(way => key == KeyOf(way, home) && (way.IsWhole || !isUnread)) ?? Ways[0];
        var edits = await PlanAsync(way, solution, diagnostics, home, cancellationToken).ConfigureAwait(false);
        // dotnet format calls it a failure where there is no action, also where the repair of another rule has done it all.
        return edits.IsEmpty && !isUnread ? null : ActionOf(way, home, _ => Task.FromResult(edits.ApplyTo(solution)));
    }

    static async Task<Solution> RepairAsync(
        FixStrategy way,
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        HelperHome home,
        CancellationToken cancellationToken
    ) => (await PlanAsync(way, solution, diagnostics, home, cancellationToken).ConfigureAwait(false)).ApplyTo(solution);

    static async Task<SolutionEdits> PlanAsync(
        FixStrategy way,
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        HelperHome home,
        CancellationToken cancellationToken
    )
    {
        var defects = await Defect.OfAsync(solution, diagnostics, cancellationToken).ConfigureAwait(false);
        return await way.PlanAsync(new SourceFiles(solution, home), defects, cancellationToken).ConfigureAwait(false);
    }

    static CodeAction ActionOf(FixStrategy way, HelperHome home, Func<CancellationToken, Task<Solution>> apply) =>
        CodeAction.Create(
            home == HelperHome.Project ? $"{way.Title}, with a helper for the whole project" : way.Title,
            apply,
            KeyOf(way, home)
        );

    static string KeyOf(FixStrategy way, HelperHome home) => home == HelperHome.Project ? $"{way.Name}.{home}" : way.Name;
}

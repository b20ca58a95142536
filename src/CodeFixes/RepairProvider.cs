using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that plans the repair of any number of diagnostics in one go: of one for the lightbulb, of all for
/// Fix All. What it cannot plan it does not offer.</summary>
public abstract class RepairProvider : CodeFixProvider
{
    private protected abstract string Title { get; }

    /// <summary>Whether nothing is left to do by hand after it. One that leaves something is for a lightbulb, where someone reads its title.</summary>
    internal virtual bool IsWhole => true;

    /// <summary>Plans the repair of <paramref name="diagnostics"/>; those that carry none are left out.</summary>
    private protected abstract Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => IsWhole ? RepairFixAll.Instance : RepairFixAll.InEditor;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = await PlanAsync(new SourceFiles(solution), [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (edits.IsEmpty)
                continue;
            context.RegisterCodeFix(ActionOf(HelperHome.File, _ => Task.FromResult(edits.ApplyTo(solution))), diagnostic);
            // Behind the other: some hosts apply the first action alone, and drop files that one adds.
            if (edits.WritesHelper)
                context.RegisterCodeFix(ActionOf(HelperHome.Project, cancellation => RepairAsync(solution, [diagnostic], HelperHome.Project, cancellation)), diagnostic);
        }
    }

    /// <summary>The solution after the repair of <paramref name="diagnostics"/>; the same where none of them can be repaired.</summary>
    internal async Task<Solution> RepairAsync(Solution solution, IReadOnlyList<Diagnostic> diagnostics, HelperHome home, CancellationToken cancellationToken) =>
        (await PlanAsync(new SourceFiles(solution, home), diagnostics, cancellationToken).ConfigureAwait(false)).ApplyTo(solution);

    /// <param name="key">The equivalence key of the action that is applied to all of <paramref name="diagnostics"/>.</param>
    internal async Task<CodeAction?> FixAllAsync(Solution solution, IReadOnlyList<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var home = key == KeyOf(HelperHome.Project) ? HelperHome.Project : HelperHome.File;
        var edits = await PlanAsync(new SourceFiles(solution, home), diagnostics, cancellationToken).ConfigureAwait(false);
        return edits.IsEmpty ? null : ActionOf(home, _ => Task.FromResult(edits.ApplyTo(solution)));
    }

    CodeAction ActionOf(HelperHome home, Func<CancellationToken, Task<Solution>> apply) =>
        CodeAction.Create(home == HelperHome.Project ? $"{Title}, with a helper for the whole project" : Title, apply, KeyOf(home));

    string KeyOf(HelperHome home) => home == HelperHome.Project ? $"{GetType().Name}.{home}" : GetType().Name;
}

using System.Collections.Immutable;
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

    /// <summary>Plans the repair of <paramref name="diagnostics"/>; those that carry none are left out.</summary>
    private protected abstract Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => RepairFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = await PlanAsync(new SourceFiles(solution), [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (edits.IsEmpty)
                continue;
            var action = CodeAction.Create(Title, _ => Task.FromResult(edits.ApplyTo(solution)), equivalenceKey: GetType().Name);
            context.RegisterCodeFix(action, diagnostic);
        }
    }

    internal async Task<CodeAction?> FixAllAsync(Solution solution, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = await PlanAsync(new SourceFiles(solution), diagnostics, cancellationToken).ConfigureAwait(false);
        return edits.IsEmpty
            ? null
            : CodeAction.Create(Title, _ => Task.FromResult(edits.ApplyTo(solution)), equivalenceKey: GetType().Name);
    }
}

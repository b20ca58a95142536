using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that repairs each diagnostic by itself, at the one place that it carries.</summary>
public abstract class PlaceRepairProvider : RepairProvider
{
    /// <summary>The property that holds the index of the place that <paramref name="diagnostic"/> is repaired at.</summary>
    private protected abstract string PlaceProperty(Diagnostic diagnostic);

    /// <summary>Plans the repair at <paramref name="node"/> in <paramref name="edits"/>, or leaves them empty where the code has not the
    /// shape that the diagnostic promises; <paramref name="planned"/> is what the repairs of other diagnostics edit.</summary>
    private protected abstract void Plan(
        SourceFile file,
        SyntaxNode node,
        Diagnostic diagnostic,
        SolutionEdits edits,
        SolutionEdits planned
    );

    private protected sealed override async Task<SolutionEdits> PlanAsync(
        SourceFiles files,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var edits = new SolutionEdits();
        foreach (var diagnostic in diagnostics)
        {
            if (
                await files.FindNodeAsync(diagnostic, PlaceProperty(diagnostic), cancellationToken).ConfigureAwait(false)
                is not
                ({ } file, { } node)
            )
                continue;
            var repair = new SolutionEdits();
            Plan(file, node, diagnostic, repair, edits);
            edits.TryAdd(repair);
        }
        return edits;
    }
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that repairs each defect by itself, at one place.</summary>
public abstract class PlaceRepairProvider : RepairProvider
{
    /// <summary>The code that is changed; null where no sound repair is known.</summary>
    private protected abstract SyntaxNode? PlaceOf(Defect defect);

    /// <summary>Plans the repair at <paramref name="place"/> in <paramref name="edits"/>, or leaves them empty where the code has not the
    /// shape that is expected; <paramref name="planned"/> is what the repairs of other defects edit.</summary>
    private protected abstract void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned);

    private protected sealed override async Task<SolutionEdits> PlanAsync(
        SourceFiles files,
        IReadOnlyList<Defect> defects,
        CancellationToken cancellationToken
    )
    {
        var edits = new SolutionEdits();
        foreach (var defect in defects)
        {
            if (
                PlaceOf(defect) is not { } place
                || await files.FindCompleteAsync(place, cancellationToken).ConfigureAwait(false) is not { } file
            )
                continue;
            var repair = new SolutionEdits();
            Plan(file, place, defect, repair, edits);
            edits.TryAdd(repair);
        }
        return edits;
    }
}

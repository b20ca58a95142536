using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that gives one setting of a library the value that it should have: in place of another, or added.</summary>
public abstract class SettingRepairProvider : RepairProvider
{
    private protected sealed override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var diagnostic in diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Repair.SettingValue, out var value) || value is null)
                continue;
            var isAdded = diagnostic.Properties.TryGetValue(Repair.SettingInto, out _);
            if (diagnostic.LocationAt(diagnostic.IndexOf(isAdded ? Repair.SettingInto : Repair.SettingAt)) is not { } place)
                continue;
            if (await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file)
                continue;
            var repair = new SolutionEdits();
            if (!isAdded)
                repair.In(file).Replace(place.SourceSpan, value);
            else if (diagnostic.Properties.TryGetValue(Repair.SettingMember, out var member) && member is not null)
                SettingInsertion.Insert(repair.In(file), file.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true), member, value);
            edits.TryAdd(repair);
        }
        return edits;
    }
}

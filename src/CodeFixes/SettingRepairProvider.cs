using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that gives one setting of a library the value that it should have: in place of another, or added.</summary>
public abstract class SettingRepairProvider : PlaceRepairProvider
{
    private protected sealed override string PlaceProperty(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(Repair.SettingInto) ? Repair.SettingInto : Repair.SettingAt;

    private protected sealed override void Plan(
        SourceFile file,
        SyntaxNode node,
        Diagnostic diagnostic,
        SolutionEdits edits,
        SolutionEdits planned
    )
    {
        if (!diagnostic.Properties.TryGetValue(Repair.SettingValue, out var value) || value is null)
            return;
        if (!diagnostic.Properties.ContainsKey(Repair.SettingInto))
            edits.In(file).Replace(node.Span, value);
        else if (diagnostic.Properties.TryGetValue(Repair.SettingMember, out var member) && member is not null)
            SettingInsertion.Insert(edits.In(file), node, member, value);
    }
}

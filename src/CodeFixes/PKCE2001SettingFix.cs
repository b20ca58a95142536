using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Gives the setting that switches PKCE off the value that leaves it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE2001SettingFix)), Shared]
public sealed class PKCE2001SettingFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE2001"];

    private protected override string Title => "Switch PKCE on";

    private protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var diagnostic in diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Repair.SettingValue, out var value) || value is null)
                continue;
            if (diagnostic.LocationAt(diagnostic.IndexOf(Repair.SettingAt)) is not { } place)
                continue;
            if (await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file)
                continue;
            var repair = new SolutionEdits();
            repair.In(file).Replace(place.SourceSpan, value);
            edits.TryAdd(repair);
        }
        return edits;
    }
}

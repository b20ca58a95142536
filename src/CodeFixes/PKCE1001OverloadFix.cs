using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Wiring;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Lets callers hand in the code challenge (PKCE1001) or the code verifier (PKCE1004), where the analyzer knows no sound way from the one
/// request to the other. Nothing changes for callers of today.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE1001OverloadFix)), Shared]
public sealed class PKCE1001OverloadFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE1001", "PKCE1004"];

    private protected override string Title => "Take the proof key from the caller, who has to keep the code verifier between the two requests";

    internal override bool IsWhole => false;

    private protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        var names = new Names();
        foreach (var overload in await Overload.ReadAllAsync(files, diagnostics, cancellationToken).ConfigureAwait(false))
        {
            if (await overload.PlanAsync(files.Solution, names, cancellationToken).ConfigureAwait(false) is { } repair)
                edits.TryAdd(repair);
        }
        return edits;
    }
}

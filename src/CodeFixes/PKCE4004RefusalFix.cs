using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Refuses a code challenge method that the server does not know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE4004RefusalFix)), Shared]
public sealed class PKCE4004RefusalFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE4004"];

    private protected override string Title => "Refuse unknown code challenge methods";

    private protected override string PlaceProperty(Diagnostic diagnostic) => Repair.RefusalAt;

    private protected override void Plan(
        SourceFile file,
        SyntaxNode node,
        Diagnostic diagnostic,
        SolutionEdits edits,
        SolutionEdits planned
    ) => edits.In(file).Replace(node.Span, "false");
}

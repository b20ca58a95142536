using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.Servers;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Refuses a code challenge method that the server does not know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE4004RefusalFix)), Shared]
public sealed class PKCE4004RefusalFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE4004"];

    private protected override string Title => "Refuse unknown code challenge methods";

    private protected override SyntaxNode? PlaceOf(Defect defect) => (defect.Model as VerificationGap)?.Passing;

    private protected override void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned) =>
        edits.In(file).Replace(place.Span, "false");
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.Exchanges;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Removes a line of a log or console that shows the code verifier and nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3007RemovalFix)), Shared]
public sealed class PKCE3007RemovalFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3007"];

    private protected override string Title => "Remove the line that shows the code verifier";

    private protected override SyntaxNode? PlaceOf(Defect defect) => (defect.Model as Disclosure)?.Statement;

    private protected override void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned) =>
        edits.In(file).Replace(DeadDeclarations.Lines(file, place), "");
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Writes the marker of a request that goes without PKCE on purpose, for whoever applies it to say why: without a reason it
/// silences nothing. So Fix All makes none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE1001WithoutProofKeyFix)), Shared]
public sealed class PKCE1001WithoutProofKeyFix : CodeFixProvider
{
    /// <summary>The kind of annotation by which an editor knows where to put the caret.</summary>
    const string Caret = "CodeAction_Navigation";

    const string Marker = "NoPkce";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => NoPkceMarker.Rules;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => NoFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // Findings in markup come with a document that is no source.
        if (context.TextDocument is not Document document)
            return;
        var diagnostic = context.Diagnostics[0];
        var defects = await Defect.OfAsync(document.Project.Solution, [diagnostic], context.CancellationToken).ConfigureAwait(false);
        if (
            defects is not [{ Model: Request request, File: var model }]
            || model.Markers.In(request.Place.SyntaxTree).Any(marker => marker.Covers(request, diagnostic.Id))
            || await SourceFile.LoadAsync(document, HelperHome.File, context.CancellationToken).ConfigureAwait(false) is not { } file
        )
            return;
        var place = file.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        context.RegisterCodeFix(
            CodeAction.Create(
                "Except the request from PKCE, for a reason that you write",
                cancellation => ExceptAsync(file, place, diagnostic.Id, cancellation),
                nameof(PKCE1001WithoutProofKeyFix),
                // Below the repairs.
                CodeActionPriority.Low
            ),
            diagnostic
        );
    }

    static async Task<Document> ExceptAsync(SourceFile file, SyntaxNode place, string rule, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        if (!TryCall(edits, file, place))
            Comment(edits.In(file), place, rule);
        var solution = edits.ApplyTo(file.Document.Project.Solution);
        var changed = solution.GetDocument(file.Document.Id)!;
        var root = (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return ReasonIn(root) is { } reason
            ? changed.WithSyntaxRoot(root.ReplaceToken(reason, reason.WithAdditionalAnnotations(new SyntaxAnnotation(Caret))))
            : changed;
    }

    /// <summary>False where the Runtime is not referenced, or where no statement can come before the request.</summary>
    static bool TryCall(SolutionEdits edits, SourceFile file, SyntaxNode place)
    {
        if (
            file.Model.Compilation.GetTypesByMetadataName($"Pkce.{Marker}").IsEmpty
            || StatementInsertionPoint.Around(place).FirstOrDefault() is not { } spot
        )
            return false;
        var name = RuntimeName.At(file, spot.Node.SpanStart, Marker, edits);
        edits.In(file).InsertBefore(spot, $"{name}.Because(\"\");");
        return true;
    }

    /// <summary>Above the line of the statement or member that holds the request.</summary>
    static void Comment(DocumentEdits edits, SyntaxNode place, string rule)
    {
        var file = edits.File;
        var holder = place.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax) ?? place;
        var line = file.Text.Lines.GetLineFromPosition(holder.SpanStart);
        edits.Insert(line.Start, $"{file.IndentAt(line.Start)}// pkce: disable {rule} {file.NewLine}");
    }

    /// <summary>The text of the call that has none yet.</summary>
    static SyntaxToken? ReasonIn(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Because" })
            .Select(call => (call.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax)?.Token)
            .FirstOrDefault(text => text is { ValueText: "" });
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace PkceAnalyzers.Testing.Tests.Samples;

/// <summary>Replaces <c>bad</c> at the start of the name by <c>good</c>. The others differ from this one in one thing.</summary>
class RenameFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [Rule.BadName.Id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        context.RegisterCodeFix(
            CodeAction.Create("Rename", cancellationToken => FixAsync(context.Document, diagnostic, cancellationToken), "Rename"), diagnostic);
        return Task.CompletedTask;
    }

    protected virtual SyntaxToken Rename(SyntaxToken name) => Rename(name, "good" + name.ValueText["bad".Length..]);

    protected static SyntaxToken Rename(SyntaxToken name, string newName)
        => SyntaxFactory.Identifier(newName).WithTriviaFrom(name);

    protected async Task<Document> FixAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        var name = root.FindToken(diagnostic.Location.SourceSpan.Start);
        return document.WithSyntaxRoot(root.ReplaceToken(name, Rename(name)));
    }
}

using System.Text;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies code actions, and checks the trees that they make.</summary>
static class CodeActions
{
    /// <returns>The changed solution, its files parsed anew from their text, as they would be after saving.</returns>
    public static async Task<Solution> ApplyAsync(
        CodeAction action, CodeFixProvider provider, Solution before, CodeActionValidationMode validation, IVerifier verify, CancellationToken cancellationToken)
    {
        var operations = await Guard.RunAsync(provider, () => action.GetOperationsAsync(cancellationToken), verify);
        if (operations.OfType<ApplyChangesOperation>().SingleOrDefault() is not { } change)
        {
            verify.Fail($"'{action.Title}' does not change the solution: its operations are {string.Join(", ", operations)}");
            return before;
        }

        var after = change.ChangedSolution;
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments().Concat(project.GetAddedDocuments()))
            {
                var document = after.GetDocument(id)!;
                await VerifyTreeAsync(document, validation, verify, cancellationToken);
                var text = await document.GetTextAsync(cancellationToken);
                after = after.WithDocumentText(id, SourceText.From(text.ToString(), text.Encoding ?? Encoding.UTF8));
            }
        }

        return after;
    }

    static async Task VerifyTreeAsync(Document document, CodeActionValidationMode validation, IVerifier verify, CancellationToken cancellationToken)
    {
        if (validation == CodeActionValidationMode.None)
            return;

        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        var parsed = await SyntaxFactory.ParseSyntaxTree(root.ToFullString(), root.SyntaxTree.Options).GetRootAsync(cancellationToken);
        var same = validation == CodeActionValidationMode.Full ? root.IsEquivalentTo(parsed) : root.IsEquivalentTo(parsed, topLevel: false);
        if (!same)
            verify.Fail($"{document.FilePath ?? document.Name}: the fix made a tree of other nodes than its text parses to:{Environment.NewLine}{root}");
    }
}

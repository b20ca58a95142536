using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>The documents that one repair edits, each loaded once.</summary>
/// <param name="home">Where a helper is written that stands in for the Runtime.</param>
sealed class SourceFiles(Solution solution, HelperHome home = HelperHome.File)
{
    readonly Dictionary<DocumentId, SourceFile?> _loaded = [];

    public Solution Solution => solution;

    /// <summary>The file of <paramref name="tree"/>, or null where that cannot be edited.</summary>
    public async Task<SourceFile?> FindAsync(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(tree) is not { } document || document is SourceGeneratedDocument)
            return null;
        if (_loaded.TryGetValue(document.Id, out var loaded))
            return loaded;
        return _loaded[document.Id] = await SourceFile.LoadAsync(document, home, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The file of code that is complete; null where it is not: in code that is being typed the bounds of expressions are
    /// guesses.</summary>
    public async Task<SourceFile?> FindCompleteAsync(SyntaxNode code, CancellationToken cancellationToken) =>
        code.ContainsDiagnostics ? null : await FindAsync(code.SyntaxTree, cancellationToken).ConfigureAwait(false);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>The documents that the diagnostics of one repair point into, each loaded once.</summary>
/// <param name="home">Where a helper is written that stands in for the Runtime.</param>
sealed class SourceFiles(Solution solution, HelperHome home = HelperHome.File)
{
    readonly Dictionary<DocumentId, SourceFile?> _loaded = [];

    public Solution Solution => solution;

    /// <summary>The file that <paramref name="location"/> lies in, or null where that cannot be edited.</summary>
    public async Task<SourceFile?> FindAsync(Location location, CancellationToken cancellationToken)
    {
        if (Find(location) is not { } document || document is SourceGeneratedDocument)
            return null;
        if (_loaded.TryGetValue(document.Id, out var loaded))
            return loaded;
        return _loaded[document.Id] = await SourceFile.LoadAsync(document, home, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The node at the place that a property of <paramref name="diagnostic"/> names; nulls where there is none that is
    /// complete.</summary>
    public Task<(SourceFile? File, SyntaxNode? Node)> FindNodeAsync(
        Diagnostic diagnostic,
        string property,
        CancellationToken cancellationToken
    ) => FindNodeAsync(diagnostic.LocationAt(diagnostic.IndexOf(property)), cancellationToken);

    /// <summary>Likewise for a place.</summary>
    public async Task<(SourceFile? File, SyntaxNode? Node)> FindNodeAsync(Location? place, CancellationToken cancellationToken)
    {
        if (
            place is null
            || await FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file
            || place.SourceSpan.End > file.Text.Length
        )
            return default;
        var node = file.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        // In code that is being typed the bounds of expressions are guesses.
        return node.ContainsDiagnostics ? default : (file, node);
    }

    Document? Find(Location location)
    {
        if (location.SourceTree is { } tree && solution.GetDocument(tree) is { } document)
            return document;
        // A diagnostic from another process or snapshot knows its file by path only.
        var path = location.SourceTree?.FilePath ?? location.GetLineSpan().Path;
        var ids = solution.GetDocumentIdsWithFilePath(path);
        return ids.IsEmpty ? null : solution.GetDocument(ids[0]);
    }
}

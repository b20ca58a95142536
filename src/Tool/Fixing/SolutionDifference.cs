using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What one solution has that another has not.</summary>
static class SolutionDifference
{
    /// <summary>The files that differ, each once, by path.</summary>
    public static async Task<IReadOnlyList<FixedFile>> FilesAsync(Solution before, Solution after, CancellationToken cancel)
    {
        var files = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments().Concat(project.GetChangedAdditionalDocuments()))
                await AddAsync(TextDocument(before, id), TextDocument(after, id)!);
            foreach (var id in project.GetAddedDocuments())
                await AddAsync(null, after.GetDocument(id)!);
        }
        return [.. files.Values];

        async Task AddAsync(TextDocument? old, TextDocument changed)
        {
            var text = await changed.GetTextAsync(cancel);
            var present = old is null ? null : await old.GetTextAsync(cancel);
            if (present is null || !present.ContentEquals(text))
                files[PathOf(changed)] = new FixedFile(PathOf(changed), present, text);
        }
    }

    /// <summary>A file that a fix adds has no path yet: it goes beside the project.</summary>
    public static string PathOf(TextDocument document) =>
        document.FilePath ?? Path.Combine([Path.GetDirectoryName(document.Project.FilePath)!, .. document.Folders, document.Name]);

    static TextDocument? TextDocument(Solution solution, DocumentId id) =>
        (TextDocument?)solution.GetDocument(id) ?? solution.GetAdditionalDocument(id);
}

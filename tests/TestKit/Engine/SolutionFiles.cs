using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files of a solution, as text by path.</summary>
static class SolutionFiles
{
    public static async Task<IReadOnlyDictionary<string, SourceText>> ReadAsync(Solution solution, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var project in solution.Projects)
        {
            IEnumerable<TextDocument> documents = [.. project.Documents, .. project.AdditionalDocuments, .. project.AnalyzerConfigDocuments];
            foreach (var document in documents.Where(document => document.FilePath != SolutionFactory.LineEndsPath))
                files[PathOf(document)] = await document.GetTextAsync(cancellationToken);
        }

        return files;
    }

    /// <summary>Equal for solutions with equal files, and only for them.</summary>
    public static string Fingerprint(IReadOnlyDictionary<string, SourceText> files)
        => string.Concat(files.Select(file => $"{file.Key}\0{file.Value}\0"));

    /// <summary>A document that a fix adds has no path yet: it goes beside the project's first one.</summary>
    static string PathOf(TextDocument document)
    {
        if (document.FilePath is { } path)
            return path;

        var first = document.Project.Documents.FirstOrDefault(other => other.FilePath is not null)?.FilePath ?? "/0/";
        return string.Join('/', [first[..first.LastIndexOf('/')], .. document.Folders, document.Name]);
    }
}

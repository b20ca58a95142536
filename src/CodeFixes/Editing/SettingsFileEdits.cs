using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>Edits of settings files, each made once, though several projects may hold the file.</summary>
sealed class SettingsFileEdits
{
    readonly SortedDictionary<string, HashSet<TextChange>> _files = new(StringComparer.Ordinal);

    public void Add(string path, TextChange change)
    {
        if (!_files.TryGetValue(path, out var changes))
            _files[path] = changes = [];
        changes.Add(change);
    }

    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            var ids = solution.GetDocumentIdsWithFilePath(file.Key).Where(solution.ContainsAdditionalDocument).ToList();
            if (ids.Count == 0)
                continue;
            var text = await solution.GetAdditionalDocument(ids[0])!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (file.Value.Any(change => change.Span.End > text.Length))
                continue;
            var changed = text.WithChanges(file.Value.OrderBy(change => change.Span.Start));
            solution = ids.Aggregate(solution, (edited, id) => edited.WithAdditionalDocumentText(id, changed));
        }
        return solution;
    }
}

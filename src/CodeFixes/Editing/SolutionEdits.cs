using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>All edits of a repair, one editor per file.</summary>
sealed class SolutionEdits
{
    readonly Dictionary<string, DocumentEdits> _files = [];

    readonly Dictionary<string, string> _claims = [];

    readonly Dictionary<string, AddedFile> _added = [];

    /// <summary>Whether a helper is written that stands in for the Runtime.</summary>
    public bool WritesHelper { get; set; }

    public bool IsEmpty => _files.Values.All(file => file.IsEmpty);

    public DocumentEdits In(SourceFile file)
    {
        if (!_files.TryGetValue(file.Key, out var edits))
            _files[file.Key] = edits = new DocumentEdits(file);
        return edits;
    }

    /// <summary>Takes over all of <paramref name="other"/>, or nothing where that would edit the same text twice.</summary>
    public bool TryAdd(SolutionEdits other)
    {
        if (other._files.Any(its => _files.TryGetValue(its.Key, out var mine) && mine.Collides(its.Value)))
            return false;
        foreach (var its in other._files.Values)
            In(its.File).Add(its);
        foreach (var its in other._added.Where(its => !_added.ContainsKey(its.Key)))
            _added.Add(its.Key, its.Value);
        WritesHelper |= other.WritesHelper;
        return true;
    }

    /// <summary>Adds the file of a type to a project, once.</summary>
    /// <param name="names">What the file may be called: the first name that the project does not have.</param>
    public void AddOnce(Project project, string type, IReadOnlyList<string> names, SourceText text)
    {
        var key = $"{KeyOf(project)}:{type}";
        // Several repairs are planned apart and applied together: a name that is free now may be taken then.
        if (!_added.ContainsKey(key))
            _added.Add(key, new AddedFile(project, [.. names, $"{type}.cs"], text));
    }

    /// <summary>Equal for the projects that are one file on disk, one for each target framework.</summary>
    public static string KeyOf(Project project) => project.FilePath ?? project.Id.Id.ToString();

    /// <summary>Whether <paramref name="file"/> is the one that adds <paramref name="name"/> to <paramref name="type"/>: a
    /// type with parts in several files must get a member once.</summary>
    public bool TryClaim(string type, string name, string file)
    {
        var key = $"{type}.{name}";
        if (!_claims.ContainsKey(key))
            _claims[key] = file;
        return _claims[key] == file;
    }

    public Solution ApplyTo(Solution solution)
    {
        foreach (var edits in _files.Values.Where(edits => !edits.IsEmpty))
        {
            var text = edits.Apply();
            var document = edits.File.Document;
            // A file of several projects is changed alike in all of them, or the workspace would have to merge.
            foreach (var id in document.GetLinkedDocumentIds().Add(document.Id))
                solution = solution.WithDocumentText(id, text);
        }
        return _added.Values.Aggregate(solution, (grown, file) => file.AddTo(grown));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>A file that a repair adds to a project.</summary>
/// <param name="project">The project as it was before the repair.</param>
/// <param name="names">What the file may be called: the first name that the project does not have by then.</param>
/// <param name="text">What is in it.</param>
readonly struct AddedFile(Project project, IReadOnlyList<string> names, SourceText text)
{
    public Solution AddTo(Solution solution)
    {
        var taken = solution.GetProject(project.Id)!.Documents.Select(document => document.Name).ToList();
        var name = names.FirstOrDefault(name => !taken.Contains(name, StringComparer.OrdinalIgnoreCase)) ?? names[names.Count - 1];
        return solution.AddDocument(DocumentId.CreateNewId(project.Id), name, text);
    }
}

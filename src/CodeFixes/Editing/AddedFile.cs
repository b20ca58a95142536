using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>A file that a repair adds to a project.</summary>
readonly struct AddedFile(Project project, string name, SourceText text)
{
    public Project Project => project;

    public string Name => name;

    public Solution AddTo(Solution solution) => solution.AddDocument(DocumentId.CreateNewId(project.Id), name, text);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>The helper in a file of its own: in the global namespace, where all of the project sees it without a using directive.</summary>
static class ProjectHelper
{
    /// <summary>The expression that names the helper at <paramref name="position"/>; the file is added to <paramref name="edits"/> where the
    /// project has none yet.</summary>
    public static string NameAt(SourceFile file, int position, SolutionEdits edits)
    {
        var global = file.Model.Compilation.GlobalNamespace;
        var taken = ProofKeyHelper.Names.ToDictionary(name => name, name => global.GetMembers(name).Where(member => member is not INamedTypeSymbol { IsFileLocal: true }).ToList());
        var name = taken.FirstOrDefault(one => one.Value.Exists(IsOfProject)).Key;
        if (name is null)
        {
            name = ProofKeyHelper.Names.FirstOrDefault(candidate => taken[candidate].Count == 0) ?? ProofKeyHelper.Names.Last();
            foreach (var project in ProjectsOf(file.Document))
                edits.AddOnce(project, FreeName(project), Text(file, name));
        }
        return file.Model.LookupSymbols(position, name: name).All(IsOfProject) ? name : $"global::{name}";

        bool IsOfProject(ISymbol symbol) => ProofKeyHelper.IsHelper(symbol) && file.Model.Compilation.IsSymbolAccessibleWithin(symbol, file.Model.Compilation.Assembly);
    }

    static SourceText Text(SourceFile file, string name)
    {
        var lines = ProofKeyHelper.Source("System", "internal static", name).Split('\n').Select(line => line.TrimEnd('\r').Replace("    ", file.IndentUnit));
        return SourceText.From(string.Concat(lines.Select(line => line + file.NewLine)), file.Text.Encoding);
    }

    static string FreeName(Project project) =>
        new[] { "Pkce.cs", "PkceProofKey.cs" }.First(name => !project.Documents.Any(document => document.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The projects that compile the document, those of several target frameworks once.</summary>
    static IEnumerable<Project> ProjectsOf(Document document) =>
        document.GetLinkedDocumentIds().Select(id => document.Project.Solution.GetDocument(id)!.Project).Prepend(document.Project)
            .GroupBy(SolutionEdits.KeyOf).Select(same => same.First());
}

using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>The package PkceAnalyzers.Runtime, of this tool's own version: what repairs compile against, and the reference that a project gets.</summary>
static class RuntimePackage
{
    const string Id = "PkceAnalyzers.Runtime", Namespace = "Pkce", CentralFile = "Directory.Packages.props";

    static string Version => typeof(RuntimePackage).Assembly.GetName().Version!.ToString(3);

    /// <summary>Its assembly, for projects that can get a reference to the package; null for others and for those that have it.</summary>
    public static MetadataReference? ReferenceFor(CompiledGroup group, Writable writable) =>
        group.Group.Project is { HasSdkForm: true } project && group.Compilation.GetTypeByMetadataName("Pkce.ProofKey") is null && Files(project).All(path => path is not null && writable.Objection(new FixedFile(path, SourceText.From(""), SourceText.From(""))) is null)
            ? MetadataReference.CreateFromFile(typeof(global::Pkce.ProofKey).Assembly.Location) : null;

    /// <summary>The edits of the project files that the repaired code needs.</summary>
    public static async Task<IReadOnlyList<FixedFile>> ReferencesAsync(CodeSolution code, Solution repaired, CancellationToken cancel)
    {
        var files = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        foreach (var changes in repaired.GetChanges(code.Original).GetProjectChanges())
        {
            if (code.GroupOf(changes.ProjectId).Group.Project is not { HasSdkForm: true } project || project.PackageReferences().Any(package => package.Id == Id))
                continue;
            if (!await UsesRuntimeAsync(changes, cancel))
                continue;
            var version = project.HasCentralVersions ? "" : $" Version=\"{Version}\"";
            Edit(project.Location, "PackageReference", version);
            if (project.HasCentralVersions && !project.CentralPackages.Contains(Id, StringComparer.OrdinalIgnoreCase))
                Edit(Files(project).Last()!, "PackageVersion", $" Version=\"{Version}\"");
        }
        return [.. files.Values];

        void Edit(string path, string item, string version)
        {
            var text = SourceReader.Read(path);
            files.TryAdd(path, new FixedFile(path, text, With(text, item, $"<{item} Include=\"{Id}\"{version} />")));
        }
    }

    /// <summary>The project's file, and the one of the versions where there is one; null for one that is not found.</summary>
    static IEnumerable<string?> Files(ProjectFile project)
    {
        yield return project.Location;
        if (!project.HasCentralVersions)
            yield break;
        var folder = project.Folder;
        while (folder is not null && !File.Exists(Path.Combine(folder, CentralFile)))
            folder = Path.GetDirectoryName(folder);
        yield return folder is null ? null : Path.Combine(folder, CentralFile);
    }

    static async Task<bool> UsesRuntimeAsync(ProjectChanges changes, CancellationToken cancel)
    {
        foreach (var id in changes.GetChangedDocuments())
        {
            var document = changes.NewProject.GetDocument(id)!;
            if (await document.GetSemanticModelAsync(cancel) is not { } model)
                continue;
            var names = (await model.SyntaxTree.GetRootAsync(cancel)).DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(name => name.Identifier.ValueText is "ProofKey" or "CodeVerifier" or "CodeChallenge");
            if (names.Any(name => model.GetSymbolInfo(name, cancel).Symbol is INamedTypeSymbol { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } }))
                return true;
        }
        return false;
    }

    /// <summary>The text with an item before the last of its kind, or in a group of its own.</summary>
    static SourceText With(SourceText text, string kind, string item)
    {
        var last = XDocument.Parse(text.ToString(), LoadOptions.SetLineInfo).Root!.Elements().Where(group => group.Attribute("Condition") is null)
            .SelectMany(group => group.Elements()).LastOrDefault(element => element.Name.LocalName == kind);
        var newLine = text.Lines[0] is var first && first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
        if (last is IXmlLineInfo place)
        {
            var line = text.Lines[place.LineNumber - 1];
            var start = line.Start + place.LinePosition - 2;
            return text.WithChanges(new TextChange(new TextSpan(start, 0), item + newLine + text.ToString(TextSpan.FromBounds(line.Start, start))));
        }
        var end = text.ToString().LastIndexOf("</Project>", StringComparison.Ordinal);
        return text.WithChanges(new TextChange(new TextSpan(end, 0), $"  <ItemGroup>{newLine}    {item}{newLine}  </ItemGroup>{newLine}"));
    }
}

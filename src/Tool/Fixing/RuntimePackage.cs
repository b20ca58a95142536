using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>The package PkceAnalyzers.Runtime, of this tool's own version: what repairs compile against, and the reference that a project
/// gets.</summary>
sealed class RuntimePackage(Writable writable, Problems problems)
{
    const string Id = "PkceAnalyzers.Runtime",
        Namespace = "Pkce",
        CentralFile = "Directory.Packages.props";

    /// <summary>The edits by which projects get the package, by the projects' paths.</summary>
    readonly Dictionary<string, IReadOnlyList<FixedFile>> _edits = [];

    static string Version => typeof(RuntimePackage).Assembly.GetName().Version!.ToString(3);

    /// <summary>Its assembly, for projects that can get a reference to the package; null for others and for those that have it.</summary>
    public MetadataReference? ReferenceFor(CompiledGroup group)
    {
        if (group.Group.Project is not { HasSdkForm: true } project || group.Compilation.GetTypeByMetadataName("Pkce.ProofKey") is not null)
            return null;
        try
        {
            _edits[project.Location] = EditsOf(project);
            return MetadataReference.CreateFromFile(typeof(global::Pkce.ProofKey).Assembly.Location);
        }
        catch (Exception e) when (e is InputException or XmlException)
        {
            problems.Warning($"{project.Location}: gets a helper and no reference to {Id}: {e.Message}");
            return null;
        }
    }

    /// <summary>The edits of the project files that the repaired code needs.</summary>
    public async Task<IReadOnlyList<FixedFile>> NeededEditsAsync(CodeSolution code, Solution repaired, CancellationToken cancel)
    {
        var files = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        foreach (var changes in repaired.GetChanges(code.Original).GetProjectChanges())
        {
            if (code.GroupOf(changes.ProjectId).Group.Project is not { } project || !_edits.TryGetValue(project.Location, out var edits))
                continue;
            if (!await UsesRuntimeAsync(changes, cancel))
                continue;
            foreach (var edit in edits)
                files.TryAdd(edit.Path, edit);
        }
        return [.. files.Values];
    }

    /// <exception cref="InputException">The project cannot get a reference to the package.</exception>
    /// <exception cref="XmlException">A file is not XML.</exception>
    List<FixedFile> EditsOf(ProjectFile project)
    {
        var edits = new List<FixedFile>();
        if (project.PackageReferences().Any(package => IsRuntime(package.Id)))
            return edits;
        var version = $" Version=\"{Version}\"";
        edits.Add(Edit(project.Location, "PackageReference", project.HasCentralVersions ? "" : version));
        if (project.HasCentralVersions && !project.CentralPackages.Any(IsRuntime))
            edits.Add(Edit(CentralFileOf(project), "PackageVersion", version));
        if (edits.Select(writable.Objection).FirstOrDefault(objection => objection is not null) is { } objection)
            throw new InputException(objection);
        CheckLoads(project, project.With(edits.ToDictionary(edit => edit.Path, edit => edit.After.ToString())));
        return edits;
    }

    static FixedFile Edit(string path, string kind, string version)
    {
        var text = SourceReader.Read(path);
        return new FixedFile(path, text, ProjectXml.WithItem(text, kind, $"<{kind} Include=\"{Id}\"{version} />"));
    }

    /// <summary>What is written must load, and be the one thing that has changed: conditions and later items may undo it.</summary>
    static void CheckLoads(ProjectFile before, ProjectFile after)
    {
        var packages = after.PackageReferences().ToList();
        if (!packages.Exists(package => IsRuntime(package.Id) && package.Version.Length > 0))
            throw new InputException("the project does not take it from where its other packages stand");
        var others = packages.Where(package => !IsRuntime(package.Id));
        if (!others.SequenceEqual(before.PackageReferences()) || !after.Sources().SequenceEqual(before.Sources()))
            throw new InputException("the project would have other packages or sources then");
    }

    static bool IsRuntime(string package) => package.Equals(Id, StringComparison.OrdinalIgnoreCase);

    static string CentralFileOf(ProjectFile project)
    {
        for (var folder = project.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, CentralFile) is var file && File.Exists(file))
                return file;
        }
        throw new InputException($"its versions are said centrally, but no {CentralFile} is found");
    }

    static async Task<bool> UsesRuntimeAsync(ProjectChanges changes, CancellationToken cancel)
    {
        foreach (var id in changes.GetChangedDocuments())
        {
            var document = changes.NewProject.GetDocument(id)!;
            if (await document.GetSemanticModelAsync(cancel) is not { } model)
                continue;
            var names = (await model.SyntaxTree.GetRootAsync(cancel))
                .DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Where(name => name.Identifier.ValueText is "ProofKey" or "CodeVerifier" or "CodeChallenge");
            if (
                names.Any(name =>
                    model.GetSymbolInfo(name, cancel).Symbol
                        is INamedTypeSymbol { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } }
                )
            )
                return true;
        }
        return false;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>The compiled groups as a workspace's solution, which fixes edit.</summary>
sealed class CodeSolution
{
    readonly Dictionary<ProjectId, CompiledGroup> _groups = [];
    readonly Dictionary<SourceGroup, ProjectId> _ids;

    /// <param name="groups">Each after those that it references.</param>
    /// <param name="extraReference">What a group is compiled against in addition, where it is given something.</param>
    public CodeSolution(IReadOnlyList<CompiledGroup> groups, Func<CompiledGroup, MetadataReference?> extraReference)
    {
        _ids = groups.ToDictionary(group => group.Group, group => ProjectId.CreateNewId(group.Group.Location));
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var group in groups)
        {
            _groups.Add(_ids[group.Group], group);
            solution = Add(solution, group, extraReference(group));
        }
        Original = solution;
    }

    public Solution Original { get; }

    public CompiledGroup GroupOf(ProjectId project) => _groups[project];

    public ProjectId ProjectOf(CompiledGroup group) => _ids[group.Group];

    /// <summary>The user's files that a change of the solution changes. <c>Objection</c> is what keeps one of them from being changed so;
    /// null for nothing.</summary>
    public async Task<(IReadOnlyList<FixedFile> Files, string? Objection)> FilesAsync(Solution changed, CancellationToken cancel)
    {
        var files = new List<FixedFile>();
        foreach (var file in await SolutionDifference.FilesAsync(Original, changed, cancel))
        {
            var edited = RazorAt(file.Path) is { } razor ? razor.TryCarryBack(file.After) : file;
            if (edited is null)
                return ([], "what the Razor compiler adds to the file's code would have to change");
            files.Add(edited);
        }
        return (files, null);
    }

    RazorEdits? RazorAt(string generated)
    {
        if (_groups.Values.FirstOrDefault(group => group.Razor.ContainsKey(generated)) is not { } group)
            return null;
        var path = group.Razor[generated];
        return new(
            group.Compilation.SyntaxTrees.First(tree => tree.FilePath == generated),
            path,
            group.Options.AdditionalFiles.First(file => file.Path == path).GetText()!
        );
    }

    /// <summary>Those of some projects that were to be scanned, as they are in <paramref name="solution"/>.</summary>
    public async Task<IReadOnlyList<CompiledGroup>> CompileAsync(
        Solution solution,
        IEnumerable<ProjectId> projects,
        CancellationToken cancel
    )
    {
        var compiled = new List<CompiledGroup>();
        foreach (var (id, group) in projects.Select(id => (id, _groups[id])).Where(one => one.Item2.Group.IsScanned))
        {
            var compilation = (CSharpCompilation)(await solution.GetProject(id)!.GetCompilationAsync(cancel))!;
            compiled.Add(group with { Compilation = compilation, Options = solution.GetProject(id)!.AnalyzerOptions });
        }
        return compiled;
    }

    Solution Add(Solution solution, CompiledGroup group, MetadataReference? extraReference)
    {
        var id = _ids[group.Group];
        var parse = (CSharpParseOptions)group.Compilation.SyntaxTrees[0].Options;
        var references = group.Compilation.References.Where(reference => reference is not CompilationReference);
        return solution.AddProject(
            ProjectInfo
                .Create(
                    id,
                    VersionStamp.Default,
                    group.Group.Location,
                    group.Compilation.AssemblyName!,
                    LanguageNames.CSharp,
                    group.Group.Project?.Location,
                    compilationOptions: group.Compilation.Options.WithSyntaxTreeOptionsProvider(null),
                    // A repair may only use what the project's own compiler knows.
                    parseOptions: parse.WithLanguageVersion(VersionOf(group)),
                    documents: group.Compilation.SyntaxTrees.Select(tree => Document(tree.FilePath, tree.GetText())),
                    additionalDocuments: group.Options.AdditionalFiles.Select(file => Document(file.Path, file.GetText()!)),
                    projectReferences: group.Group.References.Select(reference => new ProjectReference(_ids[reference])),
                    metadataReferences: extraReference is null ? references : references.Append(extraReference)
                )
                // By these its options reach fixes and, once fixed, analyzers.
                .WithAnalyzerConfigDocuments(group.ConfigFiles.Select(file => Document(file.Path, file.Text)))
        );

        DocumentInfo Document(string path, Microsoft.CodeAnalysis.Text.SourceText text) =>
            DocumentInfo.Create(
                DocumentId.CreateNewId(id),
                Path.GetFileName(path),
                loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default, path)),
                filePath: path
            );
    }

    static LanguageVersion VersionOf(CompiledGroup group)
    {
        var version = group.Group.LanguageVersion ?? (IsOfUnity(group.Compilation) ? UnityProject.SupportedLanguageVersion : null);
        return LanguageVersionFacts.TryParse(version, out var known) ? known : LanguageVersion.Latest;
    }

    static bool IsOfUnity(Compilation compilation) =>
        compilation.SyntaxTrees.Any(tree =>
            ((CompilationUnitSyntax)tree.GetRoot()).Usings.Any(directive => directive.Name?.ToString() == "UnityEngine")
        );
}

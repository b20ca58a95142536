using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes a Roslyn solution of the files of a test.</summary>
sealed class SolutionFactory(CompilationOptions compilationOptions, ParseOptions parseOptions, ReferenceAssemblies referenceAssemblies)
{
    // Composing the host's services takes longer than many tests. Solutions are immutable: all tests start from this one.
    static readonly Solution Empty = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution;

    /// <summary>A configuration file that says how lines end; not of the test's files.</summary>
    public const string LineEndsPath = "/LineEnds.globalconfig";

    public async Task<(Solution Solution, ProjectId Main)> CreateAsync(SolutionState state, CancellationToken cancellationToken)
    {
        var ids = state.Projects.ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.Name));
        var solution = Empty;
        foreach (var project in state.Projects)
        {
            var references = await (project.ReferenceAssemblies ?? referenceAssemblies).ResolveAsync(project.Language, cancellationToken);
            solution = solution.AddProject(Describe(project, ids[project.Name], references));
        }

        foreach (var project in state.Projects)
        {
            foreach (var reference in project.AdditionalProjectReferences)
                solution = solution.AddProjectReference(ids[project.Name], new ProjectReference(ids[reference]));
        }

        return (solution, ids[state.Name]);
    }

    ProjectInfo Describe(ProjectState project, ProjectId id, ImmutableArray<MetadataReference> references)
    {
        var parsing = project.DocumentationMode is { } mode ? parseOptions.WithDocumentationMode(mode) : parseOptions;
        return ProjectInfo.Create(
                id, VersionStamp.Default, project.Name, project.AssemblyName, project.Language,
                compilationOptions: compilationOptions.WithOutputKind(project.OutputKind ?? GuessOutputKind(project, parsing)),
                parseOptions: parsing,
                documents: Documents(id, project.Sources),
                metadataReferences: [.. references, .. project.AdditionalReferences],
                additionalDocuments: Documents(id, project.AdditionalFiles))
            .WithAnalyzerConfigDocuments(Documents(id, [.. project.AnalyzerConfigFiles, (LineEndsPath, LineEnds(project))]));
    }

    static IEnumerable<DocumentInfo> Documents(ProjectId project, IEnumerable<(string filename, SourceText content)> files)
        => files.Select(file => DocumentInfo.Create(
            DocumentId.CreateNewId(project, file.filename),
            Path.GetFileName(file.filename),
            loader: TextLoader.From(TextAndVersion.Create(file.content, VersionStamp.Default, file.filename)),
            filePath: file.filename));

    /// <summary>Code that a fix makes breaks its lines as the test's code does, on any machine.</summary>
    static SourceText LineEnds(ProjectState project)
    {
        var text = project.Sources.Select(file => file.content.ToString()).FirstOrDefault(text => text.Contains('\n')) ?? "";
        return SourceText.From($"is_global = true\nend_of_line = {(text.Contains("\r\n") ? "crlf" : "lf")}", Encoding.UTF8);
    }

    static OutputKind GuessOutputKind(ProjectState project, ParseOptions parsing)
        => project.Sources.Any(file => HasTopLevelStatements(file.content, parsing))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    static bool HasTopLevelStatements(SourceText text, ParseOptions parsing)
        => SyntaxFactory.ParseSyntaxTree(text, parsing).GetRoot() is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().Any();
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes a Roslyn solution of the files of a test.</summary>
sealed class SolutionFactory(CompilationOptions compilationOptions, ParseOptions parseOptions, ReferenceAssemblies referenceAssemblies)
{
    // Composing the host's services takes longer than many tests. Solutions are immutable: all tests start from this one.
    static readonly Solution Empty = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution;

    public async Task<(Solution Solution, ProjectId Main)> CreateAsync(SolutionState state, CancellationToken cancellationToken)
    {
        var ids = state.Projects.ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.Name));
        var solution = Empty.WithOptions(Empty.Options.WithChangedOption(FormattingOptions.NewLine, state.Language, NewLine(state)));
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
            .WithAnalyzerConfigDocuments(Documents(id, project.AnalyzerConfigFiles));
    }

    static IEnumerable<DocumentInfo> Documents(ProjectId project, SourceFileCollection files)
        => files.Select(file => DocumentInfo.Create(
            DocumentId.CreateNewId(project, file.filename),
            Path.GetFileName(file.filename),
            loader: TextLoader.From(TextAndVersion.Create(file.content, VersionStamp.Default, file.filename)),
            filePath: file.filename));

    /// <summary>Code that a fix makes breaks its lines as the test's code does, on any machine.</summary>
    static string NewLine(SolutionState state)
    {
        var text = state.Sources.Select(file => file.content.ToString()).FirstOrDefault(text => text.Contains('\n')) ?? "\n";
        var end = text.IndexOf('\n');
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }

    static OutputKind GuessOutputKind(ProjectState project, ParseOptions parsing)
        => project.Sources.Any(file => HasTopLevelStatements(file.content, parsing))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    static bool HasTopLevelStatements(SourceText text, ParseOptions parsing)
        => SyntaxFactory.ParseSyntaxTree(text, parsing).GetRoot() is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().Any();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>A program that fixes are tried on.</summary>
/// <param name="Name">The test or the folder that it comes from.</param>
/// <param name="Solution">Its sources, settings and references.</param>
sealed record TestProgram(string Name, Solution Solution)
{
    /// <summary>A program of C# and JSON files.</summary>
    public static async Task<TestProgram> OfAsync(string name, OutputKind kind, params IEnumerable<(string Path, string Text)> files)
    {
        var id = ProjectId.CreateNewId();
        var project = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Frameworks.AspNetCore)).GetProject(id)!;
        // Types whose packages are not at hand are known by their names.
        project = GeneratedConfiguration.AddTo(project, ("PkceUnresolvedTypes", "match"));
        foreach (var (path, text) in files)
        {
            project = Path.GetExtension(path) == ".cs"
                ? project.AddDocument(Path.GetFileName(path), text, filePath: path).Project
                : project.AddAdditionalDocument(Path.GetFileName(path), text, filePath: path).Project;
        }
        return new TestProgram(name, project.Solution);
    }

    /// <summary>The program with the Runtime referenced.</summary>
    public TestProgram WithRuntime()
    {
        var runtime = MetadataReference.CreateFromFile(typeof(Pkce.ProofKey).Assembly.Location);
        return this with { Solution = Solution.ProjectIds.Aggregate(Solution, (solution, id) => solution.AddMetadataReference(id, runtime)) };
    }
}

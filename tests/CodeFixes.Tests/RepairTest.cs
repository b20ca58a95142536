using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.Testing;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Tests what is planned for models, without an analyzer: the places are marked in the source.</summary>
abstract class RepairTest
{
    readonly List<KeyValuePair<string, string>> _sources = [];
    readonly List<KeyValuePair<string, string>> _fixed = [];

    public bool HasRuntime { get; init; } = true;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public string Code { init => _sources.Add(new("/0/File.cs", value)); }

    public string FixedCode { init => _fixed.Add(new("/0/File.cs", value)); }

    public string OtherCode { init => _sources.Add(new("/0/Other.cs", value)); }

    public string OtherFixedCode { init => _fixed.Add(new("/0/Other.cs", value)); }

    /// <summary>Projects that hold the same files, as those of several target frameworks do, each with a symbol.</summary>
    public string[] ProjectSymbols { get; init; } = ["ONLY"];

    /// <summary>Checks the repair of all that is marked, in all projects.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var (solution, marks) = await CreateAsync(cancellationToken);
        await VerifyCompilesAsync(solution, "before the fix", cancellationToken);
        var places = new List<IReadOnlyList<PlaceInTree>>();
        foreach (var project in solution.Projects)
            places.Add(await PlacesAsync(project, marks, cancellationToken));
        Assert.All(places, Assert.NotEmpty);
        var edits = await PlanAsync(new SourceFiles(solution), places, cancellationToken);
        await VerifyAsync(edits.ApplyTo(solution), "the repair", cancellationToken);
    }

    /// <summary>Plans the repair of what is marked, by the projects that it lies in.</summary>
    protected abstract Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<IReadOnlyList<PlaceInTree>> projects, CancellationToken cancellationToken);

    static async Task<IReadOnlyList<PlaceInTree>> PlacesAsync(Project project, IReadOnlyList<Place> places, CancellationToken cancellationToken)
    {
        var trees = new Dictionary<string, SyntaxTree>();
        foreach (var document in project.Documents)
            trees[document.FilePath!] = (await document.GetSyntaxTreeAsync(cancellationToken))!;
        var compiled = places.Where(place => !trees[place.Path].GetRoot(cancellationToken).FindTrivia(place.Span.Start).IsKind(SyntaxKind.DisabledTextTrivia));
        return [.. compiled.Select(place => new PlaceInTree(place, trees[place.Path]))];
    }

    async Task<(Solution Solution, IReadOnlyList<Place> Places)> CreateAsync(CancellationToken cancellationToken)
    {
        var references = Frameworks.AspNetCore;
        if (HasRuntime)
            references = references.Add(MetadataReference.CreateFromFile(typeof(Pkce.ProofKey).Assembly.Location));
        var sources = _sources.Select(source => (source.Key, Marked: MarkedSource.Parse(source.Value))).ToList();
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var symbol in ProjectSymbols)
        {
            var id = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, symbol, symbol, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind, nullableContextOptions: Nullable),
                parseOptions: new CSharpParseOptions(LanguageVersion, preprocessorSymbols: [symbol]),
                metadataReferences: references));
            solution = GeneratedConfiguration.AddTo(solution.GetProject(id)!).Solution;
            foreach (var (path, marked) in sources)
                solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(marked.Text), filePath: path);
        }
        return (solution, [.. sources.SelectMany(source => source.Marked.Places.Select(place => place with { Path = source.Key }))]);
    }

    async Task VerifyAsync(Solution solution, string what, CancellationToken cancellationToken)
    {
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
        {
            var expected = _fixed.FirstOrDefault(source => source.Key == document.FilePath).Value
                ?? MarkedSource.Parse(_sources.Single(source => source.Key == document.FilePath).Value).Text;
            var text = await document.GetTextAsync(cancellationToken);
            Assert.True(expected == text.ToString(), $"{what}: {document.FilePath} is{Environment.NewLine}{text}");
        }
        await VerifyCompilesAsync(solution, what, cancellationToken);
    }

    static async Task VerifyCompilesAsync(Solution solution, string what, CancellationToken cancellationToken)
    {
        foreach (var project in solution.Projects)
        {
            var compilation = await project.GetCompilationAsync(cancellationToken);
            var faults = compilation!.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
            Assert.True(faults.Count == 0, $"{what}: {string.Join(Environment.NewLine, faults)}");
        }
    }

    /// <summary>A marked place in one of the projects.</summary>
    internal sealed record PlaceInTree(Place Mark, SyntaxTree Tree)
    {
        public SyntaxNode Node => Tree.GetRoot().FindNode(Mark.Span, getInnermostNodeForTie: true);
    }
}

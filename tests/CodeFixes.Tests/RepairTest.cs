using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Testing;
using System.Collections.Immutable;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Tests a fix by what diagnostics carry, without an analyzer: the places are marked in the source.</summary>
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

    protected abstract RepairProvider Provider { get; }

    /// <summary>Checks the fix by itself, where one repairs all, and Fix All.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var (solution, places) = await CreateAsync(cancellationToken);
        await VerifyCompilesAsync(solution, "before the fix", cancellationToken);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
            diagnostics.AddRange(await ReportAsync(project, places, cancellationToken));
        await VerifyFixesAsync(solution, diagnostics.ToImmutable(), cancellationToken);
    }

    async Task<IReadOnlyList<Diagnostic>> ReportAsync(Project project, IReadOnlyList<Place> places, CancellationToken cancellationToken)
    {
        var trees = new Dictionary<string, SyntaxTree>();
        foreach (var document in project.Documents)
            trees[document.FilePath!] = (await document.GetSyntaxTreeAsync(cancellationToken))!;
        var compiled = places.Where(place => !trees[place.Path].GetRoot(cancellationToken).FindTrivia(place.Span.Start).IsKind(SyntaxKind.DisabledTextTrivia));
        return [.. Report([.. compiled], place => Location.Create(trees[place.Path], place.Span))];
    }

    async Task VerifyFixesAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        Assert.NotEmpty(diagnostics);

        var isOneRepair = diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Count() == diagnostics.Length;
        foreach (var diagnostic in diagnostics)
        {
            var fixedSolution = await ApplyAsync(await FixAsync(solution, diagnostic, cancellationToken), solution, cancellationToken);
            if (isOneRepair)
                await VerifyAsync(fixedSolution, $"fix of {diagnostic.Id}", cancellationToken);
        }
        var isOneDocument = _sources.Count == 1 && ProjectSymbols.Length == 1;
        FixAllScope[] scopes = isOneRepair || isOneDocument
            ? [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution]
            : [FixAllScope.Solution];
        foreach (var scope in scopes)
        {
            var action = await FixAllAsync(solution, diagnostics, scope, cancellationToken);
            await VerifyAsync(await ApplyAsync(action, solution, cancellationToken), $"Fix All in {scope}", cancellationToken);
        }
    }

    /// <summary>The diagnostics that an analyzer would report at the marked places.</summary>
    protected abstract IEnumerable<Diagnostic> Report(IReadOnlyList<Place> places, Func<Place, Location> locate);

    protected static Diagnostic Report(string id, Location location, IEnumerable<Location> places, params (string Key, string Value)[] properties) =>
        Diagnostic.Create(
            new DiagnosticDescriptor(id, id, id, "Security", DiagnosticSeverity.Warning, isEnabledByDefault: true),
            location, places, ImmutableDictionary.CreateRange(properties.Select(property => KeyValuePair.Create(property.Key, (string?)property.Value))));

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

    async Task<CodeAction?> FixAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        CodeAction? offered = null;
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        var context = new CodeFixContext(document, diagnostic, (action, _) => offered ??= action, cancellationToken);
        await Provider.RegisterCodeFixesAsync(context);
        return offered;
    }

    async Task<CodeAction?> FixAllAsync(
        Solution solution, ImmutableArray<Diagnostic> diagnostics, FixAllScope scope, CancellationToken cancellationToken)
    {
        var context = new FixAllContext(
            solution.GetDocument(diagnostics[0].Location.SourceTree)!, Provider, scope, Provider.GetType().Name,
            Provider.FixableDiagnosticIds, new GivenDiagnostics(diagnostics), cancellationToken);
        return await Provider.GetFixAllProvider().GetFixAsync(context);
    }

    static async Task<Solution> ApplyAsync(CodeAction? action, Solution solution, CancellationToken cancellationToken)
    {
        if (action is null)
            return solution;
        var operations = await action.GetOperationsAsync(cancellationToken);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
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

    /// <summary>Diagnostics by the project that reports them.</summary>
    sealed class GivenDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var compilation = await project.GetCompilationAsync(cancellationToken);
            return diagnostics.Where(diagnostic => compilation!.ContainsSyntaxTree(diagnostic.Location.SourceTree!));
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

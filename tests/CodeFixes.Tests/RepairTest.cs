using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
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

    protected abstract RepairProvider Provider { get; }

    /// <summary>Checks the fix by itself, where one repairs all, and Fix All.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var (solution, places) = await CreateAsync(cancellationToken);
        await VerifyCompilesAsync(solution, "before the fix", cancellationToken);
        var trees = new Dictionary<string, SyntaxTree>();
        foreach (var document in solution.Projects.First().Documents)
            trees[document.FilePath!] = (await document.GetSyntaxTreeAsync(cancellationToken))!;
        ImmutableArray<Diagnostic> diagnostics = [.. Report(places, place => Location.Create(trees[place.Path], place.Span))];
        Assert.NotEmpty(diagnostics);

        var isOneRepair = diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Count() == diagnostics.Length;
        foreach (var diagnostic in diagnostics)
        {
            var fixedSolution = await ApplyAsync(await FixAsync(solution, diagnostic, cancellationToken), solution, cancellationToken);
            if (isOneRepair)
                await VerifyAsync(fixedSolution, $"fix of {diagnostic.Id}", cancellationToken);
        }
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            if (scope == FixAllScope.Document && !isOneRepair && _sources.Count > 1)
                continue;
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
        var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var references = await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, cancellationToken);
        if (HasRuntime)
            references = references.Add(MetadataReference.CreateFromFile(typeof(Pkce.ProofKey).Assembly.Location));
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Project", "Project", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind, nullableContextOptions: Nullable),
                parseOptions: new CSharpParseOptions(LanguageVersion),
                metadataReferences: references));
        var places = new List<Place>();
        foreach (var (path, marked) in _sources)
        {
            var source = MarkedSource.Parse(marked);
            places.AddRange(source.Places.Select(place => place with { Path = path }));
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(source.Text), filePath: path);
        }
        return (solution, places);
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
        foreach (var document in solution.Projects.Single().Documents)
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
        var compilation = await solution.Projects.Single().GetCompilationAsync(cancellationToken);
        var faults = compilation!.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, $"{what}: {string.Join(Environment.NewLine, faults)}");
    }

    sealed class GivenDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

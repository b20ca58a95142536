using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>
/// Tests the fix for PKCE1001 and PKCE1004 by what diagnostics carry, without an analyzer. The places are marked in the
/// source: <c>{|authorization:…|}</c> and <c>{|token:…|}</c> around the request's place, within it <c>{|name:…|}</c> and
/// <c>{|value:…|}</c>; a digit behind the word tells one exchange from another.
/// </summary>
sealed class RepairTest
{
    readonly List<KeyValuePair<string, string>> _sources = [];
    readonly List<KeyValuePair<string, string>> _fixed = [];

    public string Carry { get; init; } = Repair.CarryLocal;

    public string AuthorizationKind { get; init; } = Insertion.TextEnd;

    public string TokenKind { get; init; } = Insertion.TextEnd;

    public bool HasRuntime { get; init; } = true;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public string Code { init => _sources.Add(new("/0/File.cs", value)); }

    public string FixedCode { init => _fixed.Add(new("/0/File.cs", value)); }

    public string OtherCode { init => _sources.Add(new("/0/Other.cs", value)); }

    public string OtherFixedCode { init => _fixed.Add(new("/0/Other.cs", value)); }

    /// <summary>Checks the fix at each request, and Fix All at all of them.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var (solution, places) = await CreateAsync(cancellationToken);
        await VerifyCompilesAsync(solution, "before the fix", cancellationToken);
        var diagnostics = await DiagnosticsAsync(solution, places, cancellationToken);
        Assert.NotEmpty(diagnostics);

        var isOneExchange = diagnostics.Length == 2;
        foreach (var diagnostic in diagnostics)
        {
            var fixedSolution = await ApplyAsync(await FixAsync(solution, diagnostic, cancellationToken), solution, cancellationToken);
            if (isOneExchange)
                await VerifyAsync(fixedSolution, $"fix of {diagnostic.Id}", cancellationToken);
        }
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            if (scope == FixAllScope.Document && !isOneExchange && _sources.Count > 1)
                continue;
            var action = await FixAllAsync(solution, diagnostics, scope, cancellationToken);
            await VerifyAsync(await ApplyAsync(action, solution, cancellationToken), $"Fix All in {scope}", cancellationToken);
        }
    }

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

    async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Solution solution, IReadOnlyList<Place> places, CancellationToken cancellationToken)
    {
        var trees = new Dictionary<string, SyntaxTree>();
        foreach (var document in solution.Projects.Single().Documents)
            trees[document.FilePath!] = (await document.GetSyntaxTreeAsync(cancellationToken))!;

        var authorizations = places.Where(place => place.Word == "authorization").ToList();
        var tokens = places.Where(place => place.Word == "token").ToList();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var authorization in authorizations)
        {
            foreach (var token in tokens.Where(token => token.Digit == authorization.Digit))
            {
                var locations = new[] { authorization, token }
                    .SelectMany(request => Pattern(request, places).Prepend(request))
                    .Select(place => Location.Create(trees[place.Path], place.Span))
                    .ToList();
                var properties = ImmutableDictionary.CreateRange(new KeyValuePair<string, string?>[]
                {
                    new(Repair.Carry, Carry),
                    new(Repair.Authorization + Repair.Kind, AuthorizationKind),
                    new(Repair.Authorization + Repair.At, "0"),
                    new(Repair.Token + Repair.Kind, TokenKind),
                    new(Repair.Token + Repair.At, Pattern(authorization, places).Any() ? "3" : "1"),
                });
                diagnostics.Add(Report("PKCE1001", authorization));
                diagnostics.Add(Report("PKCE1004", token));

                Diagnostic Report(string id, Place place) => Diagnostic.Create(
                    new DiagnosticDescriptor(id, id, id, "Security", DiagnosticSeverity.Warning, isEnabledByDefault: true),
                    Location.Create(trees[place.Path], place.Span), locations, properties);
            }
        }
        return diagnostics.ToImmutable();
    }

    static IEnumerable<Place> Pattern(Place request, IReadOnlyList<Place> places) => places
        .Where(place => place.Word is "name" or "value" && place.Path == request.Path && request.Span.Contains(place.Span))
        .OrderBy(place => place.Word);

    static async Task<CodeAction?> FixAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        CodeAction? offered = null;
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        var context = new CodeFixContext(document, diagnostic, (action, _) => offered ??= action, cancellationToken);
        await new PKCE1001ProofKeyFix().RegisterCodeFixesAsync(context);
        return offered;
    }

    static async Task<CodeAction?> FixAllAsync(
        Solution solution, ImmutableArray<Diagnostic> diagnostics, FixAllScope scope, CancellationToken cancellationToken)
    {
        var provider = new PKCE1001ProofKeyFix();
        var context = new FixAllContext(
            solution.GetDocument(diagnostics[0].Location.SourceTree)!, provider, scope, nameof(PKCE1001ProofKeyFix),
            provider.FixableDiagnosticIds, new GivenDiagnostics(diagnostics), cancellationToken);
        return await provider.GetFixAllProvider().GetFixAsync(context);
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

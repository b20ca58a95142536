using System.Composition;
using System.Composition.Hosting;
using System.IO.Compression;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Package.Tests;

/// <summary>The package's analyzers and fixes, loaded and asked as an editor does: through the editor's own composition.</summary>
public sealed class EditorTests : IDisposable
{
    const string Login = """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            public string Url(string state)
            {
                return "https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=http%3A%2F%2F127.0.0.1%3A7890%2F&state=" + state;
            }

            public Task<HttpResponseMessage> RedeemAsync(HttpClient http, string code)
            {
                var form = new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["client_id"] = "app",
                    ["code"] = code,
                    ["redirect_uri"] = "http://127.0.0.1:7890/",
                };
                return http.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
            }
        }

        static class Program
        {
            static readonly Login Login = new Login();

            static void Main() => System.Console.WriteLine(Login);
        }
        """;

    readonly TemporaryFolder _folder = new();
    readonly CompositionHost _editor = new ContainerConfiguration().WithAssemblies(MefHostServices.DefaultAssemblies).CreateContainer();
    readonly AdhocWorkspace _workspace;

    public EditorTests(PackageFeed feed)
    {
        ZipFile.ExtractToDirectory(feed.Package("PkceAnalyzers"), _folder.Path);
        _workspace = new AdhocWorkspace(MefHostServices.Create(_editor));
    }

    [Theory, InlineData("response_type"), InlineData("grant_type")]
    public async Task The_lightbulb_holds_the_repair(string at)
    {
        var document = Open(Login);
        var actions = await ActionsAsync(document, Login.IndexOf(at, StringComparison.Ordinal));

        // Once for each priority at which it is served.
        var repair = actions.First(action => action.Title == "Add PKCE to the authorization and the token request");
        var operations = await repair.GetOperationsAsync(CancellationToken.None);
        var changed = await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        Assert.Contains("code_challenge=", changed.ToString());
        Assert.Contains("code_verifier", changed.ToString());
    }

    [Fact]
    public async Task The_lightbulb_holds_nothing_of_ours_beside_a_finding()
    {
        var document = Open(Login);

        Assert.DoesNotContain(await ActionsAsync(document, Login.IndexOf("HttpClient", StringComparison.Ordinal)), action => action.Title.Contains("PKCE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lightbulb_of_a_settings_file_holds_the_repair()
    {
        const string settings = """{ "Authentication": { "Schemes": { "OpenIdConnect": { "ClientId": "app", "UsePkce": false } } } }""";
        var id = DocumentId.CreateNewId(Open("class Program;").Project.Id);
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.AddAdditionalDocument(id, "appsettings.json", SourceText.From(settings), filePath: "/app/appsettings.json")));

        var actions = await ActionsAsync(_workspace.CurrentSolution.GetAdditionalDocument(id)!, settings.IndexOf("UsePkce", StringComparison.Ordinal));

        var operations = await actions.First(action => action.Title == "Switch PKCE on").GetOperationsAsync(CancellationToken.None);
        var changed = await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetAdditionalDocument(id)!.GetTextAsync();
        Assert.Contains("\"UsePkce\": true", changed.ToString());
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _editor.Dispose();
        _folder.Dispose();
    }

    Document Open(string code)
    {
        var loader = new Loader();
        var analyzers = Directory.EnumerateFiles(_folder["analyzers/dotnet/cs"], "*.dll").Select(path => new AnalyzerFileReference(path, loader));
        var runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
        var id = ProjectId.CreateNewId();
        // As MSBuild generates it.
        var properties = DocumentInfo.Create(DocumentId.CreateNewId(id), "App.GeneratedMSBuildEditorConfig.editorconfig", filePath: "/app/obj/App.GeneratedMSBuildEditorConfig.editorconfig",
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From("is_global = true\nbuild_property.TargetFramework = net10.0\n"), VersionStamp.Default)));
        var project = _workspace.AddProject(ProjectInfo.Create(id, VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.WindowsApplication), metadataReferences: runtime, analyzerReferences: analyzers)
            .WithAnalyzerConfigDocuments([properties]));
        return _workspace.AddDocument(project.Id, "Login.cs", SourceText.From(code));
    }

    // The service behind the lightbulb is not public, and before Roslyn 5.0 in no package.
    Task<List<CodeAction>> ActionsAsync(TextDocument document, int position) =>
        Assembly.Load("Microsoft.CodeAnalysis.Features").GetType("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService") is { } service
            ? AskAsync(service, document, position)
            : AskProvidersAsync(document, position);

    // Once for each priority, as editors do: what analyzers of a whole file find is served last.
    async Task<List<CodeAction>> AskAsync(Type service, TextDocument document, int position)
    {
        var ask = service.GetMethod("StreamFixesAsync")!;
        var priority = Nullable.GetUnderlyingType(ask.GetParameters()[2].ParameterType)!;
        var lightbulb = _editor.GetExport(service);
        var actions = new List<CodeAction>();
        foreach (var requested in Enum.GetValues(priority))
        {
            await foreach (var collection in (IAsyncEnumerable<object>)ask.Invoke(lightbulb, [document, new TextSpan(position, 0), requested, CancellationToken.None])!)
            {
                foreach (var fix in (System.Collections.IEnumerable)collection.GetType().GetProperty("Fixes")!.GetValue(collection)!)
                    actions.Add((CodeAction)fix.GetType().GetField("Action", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!.GetValue(fix)!);
            }
        }
        return actions;
    }

    /// <summary>As the service does: what the project's analyzers find there is given to the fixes that the same assemblies export.</summary>
    static async Task<List<CodeAction>> AskProvidersAsync(TextDocument document, int position)
    {
        var references = document.Project.AnalyzerReferences.Cast<AnalyzerFileReference>().ToList();
        var compilation = (await document.Project.GetCompilationAsync())!;
        var analysis = compilation.WithAnalyzers([.. references.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))], document.Project.AnalyzerOptions);
        var found = (await analysis.GetAllDiagnosticsAsync()).Where(diagnostic => diagnostic.Location.SourceSpan.IntersectsWith(position)
            && (diagnostic.Location.SourceTree is { } tree ? document.Project.GetDocumentId(tree) == document.Id : diagnostic.Location.GetLineSpan().Path == document.FilePath));
        var kind = document is Document ? nameof(TextDocumentKind.Document) : nameof(TextDocumentKind.AdditionalDocument);
        var providers = references.SelectMany(reference => ((Assembly)reference.GetAssembly()).GetTypes())
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } export && export.Languages.Contains(LanguageNames.CSharp) && export.DocumentKinds.Contains(kind))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!).ToList();
        var actions = new List<CodeAction>();
        foreach (var diagnostic in found)
        {
            foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }
        return actions;
    }

    sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}

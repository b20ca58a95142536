using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What the compiler makes of a file that <c>pkce baseline</c> wrote.</summary>
public sealed class BaselineSuppressorTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Known_findings_are_suppressed_wherever_they_moved_and_new_ones_are_not()
    {
        _folder.Write("src/Login.cs", Pkce.Vulnerable);
        _folder.Write("src/appsettings.json", """{ "Authentication": { "Schemes": { "OpenIdConnect": { "Authority": "https://a.example", "UsePkce": false } } } }""");
        (await Pkce.RunAsync(_folder, "baseline")).Succeeded();
        Assert.Equal(["suppressed PKCE1001 Login.cs", "suppressed PKCE2001 appsettings.json"], await FindingsAsync());

        // Twice the same in one member: one of them is new.
        var url = Pkce.Vulnerable.Split("=>")[1].Split('\n')[0].Trim().TrimEnd(';');
        _folder.Write("src/Login.cs", $$"""
            // Moved, and formatted.
            class Login
            {
                string Url(string client)
                    =>
                    client == "" ? {{url}} : {{url}};
            }
            """);
        Assert.Equal(["reported PKCE1001 Login.cs", "suppressed PKCE1001 Login.cs", "suppressed PKCE2001 appsettings.json"], await FindingsAsync());
    }

    [Theory]
    [InlineData("{ \"version\": 2, \"findings\": [] }")]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD")]
    public async Task A_file_that_is_none_is_said_and_suppresses_nothing(string text)
    {
        _folder.Write("src/Login.cs", Pkce.Vulnerable);
        _folder.Write("src/appsettings.json", "{}");
        _folder.Write("pkce-baseline.json", text);
        Assert.Equal(["reported PKCE1001 Login.cs", "reported PKCE9001 pkce-baseline.json"], await FindingsAsync());
    }

    async Task<IEnumerable<string>> FindingsAsync()
    {
        string[] additional = [_folder["pkce-baseline.json"], _folder["src/appsettings.json"]];
        var options = new AnalyzerOptions([.. additional.Select(path => new AdditionalFile(path, SourceText.From(File.ReadAllText(path))))], new BaselineOptions(additional[0]));
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(_folder["src/Login.cs"]), path: _folder["src/Login.cs"]);
        var compilation = CSharpCompilation.Create("App", [tree], FrameworkReferences.All.Values);
        var diagnostics = await compilation
            .WithAnalyzers([new PkceAnalyzer(), new BaselineSuppressor()], new CompilationWithAnalyzersOptions(options, null, true, false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{(diagnostic.IsSuppressed ? "suppressed" : "reported")} {diagnostic.Id} {Path.GetFileName(diagnostic.Location.GetLineSpan().Path)}")
            .Order(StringComparer.Ordinal);
    }

    /// <summary>What the package's targets tell the compiler.</summary>
    sealed class BaselineOptions(string baseline) : AnalyzerConfigOptionsProvider
    {
        static readonly AnalyzerConfigOptions None = new Options(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GlobalOptions => None;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile.Path == baseline
                ? new Options(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.PkceBaseline", "true"))
                : None;
    }

    sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

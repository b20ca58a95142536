using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Fixing;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>Repairs that do not do what they say are not taken, whatever is no longer found after them.</summary>
public sealed class RepairTrialTests : IDisposable
{
    const string Login = """
        using System.Collections.Generic;

        class Login
        {
            string? _verifier;

            public string Url(string state) => "https://as.example/authorize?response_type=code&client_id=app&scope=openid&state=" + state;

            public Dictionary<string, string> Form(string code) => new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["client_id"] = "app",
            };
        }

        class Settings
        {
            void Set(Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions options) => options.UsePkce = false;
        }

        class Other
        {
            public string Url(string state)
            {
                var verifier = Pkce.ProofKey.CreateCodeVerifier();
                return "https://as.example/authorize?response_type=code&client_id=other&code_challenge_method=S256&code_challenge="
                    + Pkce.ProofKey.CreateCodeChallenge(verifier) + "&state=" + Sent(state, verifier);
            }

            static string Sent(string state, string verifier) => state;
        }

        """;

    const string Good = "&client_id=app&code_challenge_method=S256&code_challenge=\" + Pkce.ProofKey.CreateCodeChallenge(_verifier = Pkce.ProofKey.CreateCodeVerifier()) + \"&";

    const string Helper = """
        namespace Pkce
        {
            static class ProofKey
            {
                public static string CreateCodeVerifier() => System.Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

                public static string CreateCodeChallenge(string verifier) =>
                    System.Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            }
        }
        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_that_does_is_taken() => Assert.Null(await TryAsync(
        ("&client_id=app&", Good),
        ("[\"client_id\"] = \"app\",", "[\"client_id\"] = \"app\", [\"code_verifier\"] = _verifier!,")));

    [Fact]
    public async Task One_that_changes_nothing() => Assert.Equal("its repair changes nothing", await TryAsync());

    [Fact]
    public async Task One_after_which_the_finding_is_there() => Assert.Equal("its repair did not help", await TryAsync(("&scope=openid", "&scope=email")));

    [Fact]
    public async Task One_that_does_not_compile() => Assert.StartsWith("the code would not compile (CS", await TryAsync(("&client_id=app&", Good.Replace("ProofKey.", "Nothing."))));

    [Fact]
    public async Task One_that_drops_a_parameter() => Assert.Equal("the request would lose scope", await TryAsync(("&client_id=app&scope=openid&", Good)));

    [Fact]
    public async Task One_that_drops_the_request() =>
        Assert.Equal("it could not be seen whether the request has its code_challenge then", await TryAsync(("as.example/authorize?response_type=code&client_id=app&scope=openid&state=", "example.org/?state=")));

    [Fact]
    public async Task One_that_only_silences() =>
        Assert.StartsWith("it could not be seen that the request always has its code_challenge then", await TryAsync(("class Login", "#pragma warning disable PKCE1001\nclass Login")));

    [Fact]
    public async Task One_that_makes_another_finding_where_it_repairs() =>
        Assert.StartsWith("PKCE3007 would be found there then: ", await TryAsync(("&client_id=app&", Good), ("state=\" + state", "state=\" + _verifier")));

    [Fact]
    public async Task One_that_makes_another_finding_elsewhere() =>
        Assert.Matches(@"^PKCE3007 would be found at Login\.cs\(\d+\) then: ", await TryAsync(
            ("&client_id=app&", Good),
            ("[\"client_id\"] = \"app\",", "[\"client_id\"] = \"app\", [\"code_verifier\"] = _verifier!,"),
            ("=> state;", "=> verifier;")));

    [Fact]
    public async Task One_that_is_made_whole_by_another() => Assert.Null(await TryAsync(("&client_id=app&", Good.Replace("S256", "plain"))));

    [Fact]
    public async Task One_that_hides_another_finding() =>
        Assert.Matches(@"^it would hide PKCE2001 at Login\.cs\(\d+\), which it does not repair$", await TryAsync(
            ("class Login", "#pragma warning disable PKCE2001\nclass Login"), ("&client_id=app&", Good)));

    [Fact]
    public async Task One_is_told_the_options_by_the_project_of_its_document()
    {
        _folder.Write(".editorconfig", "root = true\n[*.cs]\npkce.trusted_methods = M:Login.Sign");
        var document = (await OpenAsync(new Problems(TextWriter.Null))).Original.Projects.Single().Documents.Single(document => document.Name == "Login.cs");

        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        Assert.True(options.GlobalOptions.TryGetValue("build_property.PkceUnresolvedTypes", out var types));
        Assert.Equal("match", types);
        Assert.True(options.GetOptions((await document.GetSyntaxTreeAsync())!).TryGetValue("pkce.trusted_methods", out var methods));
        Assert.Equal("M:Login.Sign", methods);
    }

    async Task<CodeSolution> OpenAsync(Problems problems)
    {
        var cancel = TestContext.Current.CancellationToken;
        _folder.Write("Login.cs", Login + Helper);
        var compiler = new Compiler(problems);
        return new CodeSolution([.. (await CodeBase.OpenAsync([_folder.Path], problems, cancel)).Select(group => compiler.Compile(group, cancel))], _ => null);
    }

    /// <summary>What is said of the repair of the authorization request by some replacements.</summary>
    async Task<string?> TryAsync(params (string Old, string New)[] replacements)
    {
        var cancel = TestContext.Current.CancellationToken;
        var problems = new Problems(TextWriter.Null);
        var code = await OpenAsync(problems);
        var analysis = new AnalyzedCode.Analysis(code, Analyzers.All(), Analyzers.MayMatter, DiagnosticSeverity.Warning);
        var before = await analysis.OfOriginalAsync(problems, cancel);
        var meant = before.Findings.Where(found => found.Id == "PKCE1001").ToList();
        Assert.Single(meant);
        return (await new RepairTrial(analysis, new Writable(_folder.Path), problems).TryAsync(before, new Replacement(replacements), meant, cancel)).Objection;
    }

    sealed class Replacement((string Old, string New)[] replacements) : IRepair
    {
        public IEnumerable<string> Ids => ["PKCE1001"];

        public bool Takes(Diagnostic diagnostic) => diagnostic.Id == "PKCE1001";

        public async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Found> findings, CancellationToken cancel)
        {
            var document = solution.Projects.Single().Documents.Single(document => document.Name == "Login.cs");
            var text = await document.GetTextAsync(cancel);
            var changes = replacements.Select(replacement => new TextChange(new TextSpan(text.ToString().IndexOf(replacement.Old, StringComparison.Ordinal), replacement.Old.Length), replacement.New));
            return replacements.Length == 0 ? solution : document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start))).Project.Solution;
        }

        public Task<string?> PartlyAsync(Solution solution, Found finding, CancellationToken cancel) => Task.FromResult<string?>(null);

        public Task<string?> ObstacleAsync(Solution solution, Found finding, CancellationToken cancel) => Task.FromResult<string?>(null);
    }
}

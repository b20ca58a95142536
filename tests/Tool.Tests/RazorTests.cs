using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Reporting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>The C# of pages and components, compiled by the Razor compiler of the SDK that runs the tests.</summary>
public sealed class RazorTests : IDisposable
{
    const string Web = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    const string Component = """
        @page "/connect"
        @inject IConfiguration Configuration

        <a href="@Link">Connect</a>

        @code {
            string Link = "";

            protected override void OnInitialized() =>
                Link = $"https://as.example/authorize?response_type=code&client_id={Configuration["Id"]}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=a";
        }
        """;

    const string Guessable = """
        @page "/login"
        @using System.Security.Cryptography
        @using System.Text

        <button @onclick="LogIn">Log in</button>

        @code {
            string verifier = "";

            void LogIn()
            {
                var random = new Random();
                const string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
                verifier = new string(Enumerable.Range(0, 64).Select(_ => letters[random.Next(letters.Length)]).ToArray());
                var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                Open($"https://as.example/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method=S256");
            }

            async Task RedeemAsync(HttpClient http, string code) =>
                await http.PostAsync("https://as.example/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["client_id"] = "app",
                    ["code_verifier"] = verifier,
                }));

            static void Open(string url) { }
        }

        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_finding_in_a_component_is_told_in_its_file()
    {
        _folder.Write("App/App.csproj", Web);
        _folder.Write("App/Program.cs", "");
        _folder.Write("App/Pages/Connect.razor", Component);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal([("App/Pages/Connect.razor", 10, "PKCE1001")], Pkce.Findings(result));
        // What the compiler makes of it is no file of the user's.
        Assert.Contains("in 1 file, 0 lines, 1 project", result.Output);
    }

    [Fact]
    public async Task A_component_calls_code_of_the_project_and_a_page_has_code_too()
    {
        _folder.Write("App/App.csproj", Web);
        _folder.Write("App/Program.cs", """
            static class Urls
            {
                public static string Of(string client) => $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F";
            }
            """);
        _folder.Write("App/Shown.cshtml", """
            @{
                var url = "https://as.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=a";
            }
            <a href="@url">Log in</a>
            """);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal([("App/Program.cs", 3, "PKCE1001"), ("App/Shown.cshtml", 2, "PKCE1001")], Pkce.Findings(result));
    }

    [Fact]
    public async Task Code_in_a_component_is_repaired_in_its_file()
    {
        _folder.Write("App/App.csproj", Web);
        _folder.Write("App/Program.cs", "");
        _folder.Write("App/Login.razor", Guessable);
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^App[\/]Login\.razor\(14,\d+\): PKCE3001 repaired$", result.Lines.First());
        Assert.Equal("1 finding repaired, 0 left; 2 files written", result.Lines.Last());
        var repaired = await File.ReadAllTextAsync(_folder["App/Login.razor"], TestContext.Current.CancellationToken);
        Assert.Contains("        verifier = ProofKey.CreateCodeVerifier();\n        var challenge = ", repaired);
        Assert.StartsWith("@page \"/login\"\n@using System.Security.Cryptography\n@using System.Text\n\n<button", repaired);
        Assert.False(Directory.Exists(_folder["App/obj"]));
        Assert.Equal(0, (await Pkce.RunAsync(_folder, "scan")).ExitCode);
    }

    [Fact]
    public async Task A_repair_that_would_change_what_the_compiler_adds_is_not_made()
    {
        // Without a project the helper would go into the file.
        _folder.Write("Program.cs", "class Program;");
        _folder.Write("Login.razor", "@using System\n@using System.Linq\n@using System.Net.Http\n@using System.Threading.Tasks\n" + Guessable);
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("PKCE3001 left: what the Razor compiler adds to the file's code would have to change", result.Output);
    }

    [Fact]
    public async Task What_is_seen_in_a_component_is_explained()
    {
        _folder.Write("App/App.csproj", Web);
        _folder.Write("App/Program.cs", "");
        _folder.Write("App/Connect.razor", Component);
        var result = await Pkce.RunAsync(_folder, "explain", "App/Connect.razor:10");
        Assert.Contains("App/Connect.razor:10: an authorization request, put together by Connect.OnInitialized", result.Output);
        Assert.Contains("reported: warning PKCE1001", result.Output);
    }

    [Fact]
    public void Without_an_SDK_there_is_no_Razor_compiler() => Assert.Null(RazorCompiler.In(_folder.Path));

    [Fact]
    public void Code_that_was_not_looked_at_is_said()
    {
        using var output = new StringWriter();
        var result = new ScanResult
        {
            Findings = [],
            Suppressed = [],
            Root = _folder.Path,
            Scanned = new HashSet<string>(),
            Files = 1,
            Lines = 1,
            Projects = 1,
            Unrestored = 0,
            UnreadRazor = 2,
            IsInterrupted = false,
            Problems = [],
            Rules = [],
        };
        new TextReport(output, _folder.Path).Print(result, showSuppressed: false, hasSummary: true);
        Assert.Contains("the code of 2 Razor files was not looked at, only the markup", output.ToString());
    }
}

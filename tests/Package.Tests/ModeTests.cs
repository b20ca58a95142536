namespace PkceAnalyzers.Package.Tests;

/// <summary>What <c>PkceAnalysisMode</c> makes of a warning (PKCE1001) and of an information (PKCE1005), and who has the last word.</summary>
public sealed class ModeTests(PackageFeed feed)
{
    [Fact]
    public async Task A_mode_sets_the_severities_and_the_users_own_files_override_it()
    {
        using var project = new ConsoleProject(feed);
        Assert.Equal(["warning PKCE1001"], await FindingsAsync(""));
        Assert.Equal(["warning PKCE1001"], await FindingsAsync("Default"));
        Assert.Equal(["error PKCE1001", "error PKCE1005"], await FindingsAsync("Strict"));
        Assert.Equal(["warning PKCE1001", "warning PKCE1005"], await FindingsAsync("audit"));
        Assert.Empty(await FindingsAsync("None"));
        Assert.Equal(["warning PKCE1001", "warning PKCE9903"], await FindingsAsync("Strickt"));

        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.PKCE1001.severity = warning\n");
        Assert.Equal(["warning PKCE1001", "error PKCE1005"], await FindingsAsync("Strict"));
        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.PKCE1005.severity = none\n");
        Assert.Equal(["warning PKCE1001"], await FindingsAsync("Strict"));
        Assert.Equal(["warning PKCE1001"], await FindingsAsync("None"));

        // No mode changes what is restored.
        async Task<IEnumerable<string>> FindingsAsync(string mode) => ConsoleProject.Findings(
            await project.BuildAsync([$"-p:PkceAnalysisMode={mode}", .. mode.Length > 0 ? ["--no-restore"] : Array.Empty<string>()]));
    }

    [Fact]
    public async Task Rules_newer_than_the_level_are_off_in_every_mode()
    {
        using var project = new ConsoleProject(feed, "<PkceAnalysisMode>Strict</PkceAnalysisMode>");
        project.Write("Program.cs", """
            using System.Security.Cryptography;
            using System.Text;

            class Login(HttpClient http)
            {
                static string Draw() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

                static string Transform(string verifier) =>
                    Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

                public string Url() =>
                    $"https://as.example/authorize?response_type=code&client_id=app&redirect_uri=r&code_challenge={Transform(Draw())}&code_challenge_method=S256";

                public Task RedeemAsync(string code) => http.PostAsync("https://as.example/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["client_id"] = "app",
                    ["code"] = code,
                    ["redirect_uri"] = "r",
                    ["code_verifier"] = Draw(),
                }));

                static void Main() { }
            }
            """);
        Assert.Equal(["error PKCE3008"], ConsoleProject.Findings(await project.BuildAsync()));
        Assert.Empty(ConsoleProject.Findings(await project.BuildAsync("--no-restore", "-p:PkceAnalysisLevel=0.1")));
        Assert.Equal(["error PKCE3008"], ConsoleProject.Findings(await project.BuildAsync("--no-restore", "-p:PkceAnalysisLevel=Latest")));
        Assert.Equal(["error PKCE3008", "warning PKCE9905"], ConsoleProject.Findings(await project.BuildAsync("--no-restore", "-p:PkceAnalysisLevel=7")));
        Assert.Equal(["error PKCE3008", "warning PKCE9904"], ConsoleProject.Findings(await project.BuildAsync("--no-restore", "-p:PkceBaseline=gone.json")));
    }

    [Fact]
    public void A_level_knows_the_rules_that_came_after_it()
    {
        var rules = Path.Combine(Repository.Root, "src", "Analyzers", "AnalyzerReleases.");
        var later = File.ReadAllText(rules + "Shipped.md").Split("## Release ").Skip(1).Where(release => !release.StartsWith("0.1.", StringComparison.Ordinal))
            .Append(File.ReadAllText(rules + "Unshipped.md"))
            .SelectMany(release => System.Text.RegularExpressions.Regex.Matches(release, "^PKCE[0-9]{4}", System.Text.RegularExpressions.RegexOptions.Multiline))
            .Select(match => match.Value);
        using var package = System.IO.Compression.ZipFile.OpenRead(feed.Package("PkceAnalyzers"));
        using var level = new StreamReader(package.GetEntry("modes/level-0.1.globalconfig")!.Open());
        Assert.Equal(["is_global = true", "global_level = -99", .. later.Select(rule => $"dotnet_diagnostic.{rule}.severity = none")],
            level.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Code_that_would_go_unchecked_without_a_word_is_a_warning()
    {
        using var project = new ConsoleProject(feed);
        Assert.Contains("warning PKCE9901", ConsoleProject.Findings(await project.BuildAsync("-p:CompilerApiVersion=roslyn4.8")));
        Assert.DoesNotContain("warning PKCE9901", ConsoleProject.Findings(await project.BuildAsync("--no-restore", "-p:CompilerApiVersion=roslyn4.14")));

        using var without = new ConsoleProject(feed);
        without.Write("Directory.Build.targets", """
            <Project>
              <Target Name="Faster" AfterTargets="ResolveLockFileAnalyzers">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        Assert.Equal(["warning PKCE9902"], ConsoleProject.Findings(await without.BuildAsync()));
        Assert.Empty(ConsoleProject.Findings(await without.BuildAsync("--no-restore", "-p:PkceAnalysisMode=None")));
    }

    [Theory, InlineData("PkceAnalyzers.Runtime", "ProofKey"), InlineData("PkceAnalyzers.Runtime.AspNetCore", "ProofKeyCookie")]
    public async Task Whoever_references_a_runtime_library_alone_has_it_and_the_analyzers(string id, string type)
    {
        using var project = new ConsoleProject(feed, items: $"""<PackageReference Include="{id}" Version="{feed.Version}" />""");
        project.Write("Use.cs", $"static class Use {{ public static Type Type => typeof(Pkce.{type}); }}");
        Assert.Equal(["error PKCE1001", "error PKCE1005"], ConsoleProject.Findings(await project.BuildAsync("-p:PkceAnalysisMode=Strict")));
    }
}

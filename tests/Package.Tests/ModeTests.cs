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

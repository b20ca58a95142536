using System.Text.RegularExpressions;

namespace PkceAnalyzers.Package.Tests;

/// <summary>The commands of docs/ci.md and of the files in docs/ci, run as they stand there.</summary>
public sealed class ContinuousIntegrationTests(PackageFeed feed)
{
    static readonly string[] Files = ["github-actions.yml", "azure-pipelines.yml", "gitlab-ci.yml"];

    [Fact]
    public async Task Analysis_logs_findings_and_the_gate_fails_on_them()
    {
        var (analyze, gate) = (Documented(0), Documented(1));
        Assert.All(Files, file => Assert.Equal([analyze, gate], Commands(file)));

        using var project = new ConsoleProject(feed);
        (await project.BashAsync(analyze)).Succeeded();
        using var log = ErrorLog.Read(project["sarif/App.net10.0.sarif"]);
        Assert.Equal([2], log.Results("PKCE1001").Select(ErrorLog.Line));
        Assert.All(log.Rules, rule => Assert.True(rule.GetProperty("properties").TryGetProperty("security-severity", out _)));

        var failed = await project.BashAsync(gate);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("error PKCE1001", ConsoleProject.Findings(failed));

        project.Write("Program.cs", "Console.WriteLine();");
        (await project.BashAsync(gate)).Succeeded();
    }

    [Theory]
    [InlineData("action.yml")]
    [InlineData(".github/workflows/release.yml")]
    [InlineData("docs/ci/github-actions.yml")]
    [InlineData("docs/ci/github-scan.yml")]
    [InlineData("docs/fleet/github-matrix.yml")]
    public void What_others_write_reaches_no_command_of_a_workflow(string file)
    {
        var commands = Regex.Matches(Read(file), @"^(?<indent> *)(?:- )?run: (?<command>\|\n(?:\k<indent> +.*\n|\n)+|.*)$", RegexOptions.Multiline).Select(match => match.Groups["command"].Value).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.DoesNotMatch(@"\$\{\{ *(?:inputs|github|secrets|steps|vars)\.", command));
        // Each action in a version.
        Assert.All(Regex.Matches(Read(file), @"uses: (?<action>\S+)").Select(match => match.Groups["action"].Value), action => Assert.Matches(@"^[\w-]+(/[\w-]+)+@v\d+$", action));
    }

    [Fact]
    public void The_release_is_pushed_by_trusted_publishing_and_by_a_job_that_runs_nothing_of_the_repository()
    {
        var jobs = Regex.Split(Read(".github/workflows/release.yml"), "^  (?=push:\n    needs)", RegexOptions.Multiline);
        Assert.Equal(2, jobs.Length);
        Assert.Contains("attestations: write", jobs[0]);
        Assert.Contains("subject-path: \"packages/*.nupkg\"", jobs[0]);
        Assert.Contains("uses: NuGet/login@v1", jobs[1]);
        Assert.Contains("id-token: write", jobs[1]);
        Assert.Contains("environment: release", jobs[1]);
        Assert.DoesNotContain("actions/checkout", jobs[1]);
        Assert.DoesNotContain("secrets.", jobs[0] + jobs[1]);
    }

    [Fact]
    public async Task With_a_baseline_only_new_findings_fail_the_gate()
    {
        using var project = new ConsoleProject(feed);
        project.Write(".editorconfig", "root = true\n");
        project.Write("Old logins/Login.cs", """class Login { string Url(string client) => $"https://login.example.com/authorize?response_type=code&client_id={client}&scope=openid"; }""");
        Assert.Equal(["error PKCE1001", "error PKCE1005"], ConsoleProject.Findings(await project.BashAsync(Documented(1).Replace(" --no-restore", ""))));

        (await project.DotnetAsync("tool", "install", "PkceAnalyzers.Tool", "--tool-path", "tools", "--version", feed.Version)).Succeeded();
        (await project.BashAsync($"PATH=\"$PWD/tools:$PATH\" {Documented(2)}")).Succeeded();
        Assert.Equal(["error PKCE1001", "error PKCE1005"], ConsoleProject.Findings(await project.BashAsync(Documented(1))));
        project.Write("Directory.Build.props", $"<Project><PropertyGroup>{Documented(0, "xml")}</PropertyGroup></Project>");
        var known = await project.BashAsync($"{Documented(1)} -p:PkceLogFolder=\"$PWD/sarif\"");
        Assert.Equal([], ConsoleProject.Findings(known));
        Assert.Equal(0, known.ExitCode);
        using (var log = ErrorLog.Read(project["sarif/App.net10.0.sarif"]))
            Assert.All(log.Results("PKCE1001"), result => Assert.Equal(1, result.GetProperty("suppressions").GetArrayLength()));

        // In a file with a known one, above it.
        project.Write("Old logins/Login.cs", "\n\n" + File.ReadAllText(project["Old logins/Login.cs"]));
        project.Write("New.cs", """class NewLogin { string Url(string client) => $"https://login.example.com/authorize?response_type=code&client_id={client}&scope=openid"; }""");
        var failed = await project.BashAsync(Documented(1));
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("New.cs(1,", failed.Output);
        Assert.DoesNotContain("Login.cs(", failed.Output);
    }

    /// <summary>A command of docs/ci.md, by its number.</summary>
    static string Documented(int number, string language = "bash") =>
        Regex.Matches(Read("docs/ci.md"), $"^```{language}\n(?<command>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)[number].Groups["command"].Value;

    static IEnumerable<string> Commands(string file) =>
        Regex.Matches(Read($"docs/ci/{file}"), @"^ *(?:- |run: |- script: |- run: )(?<command>dotnet .*)$", RegexOptions.Multiline).Select(match => match.Groups["command"].Value);

    static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}

using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce scan</c> can be asked for.</summary>
public sealed class ScanOptionsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Several_paths_are_scanned_together_and_what_lies_in_another_once()
    {
        _folder.Write("a/Login.cs", Pkce.Vulnerable);
        _folder.Write("b/App.csproj", Pkce.Library);
        _folder.Write("b/Login.cs", Pkce.Vulnerable);
        _folder.Write("c/Names.cs", """static class Names { public const string Client = "client_id=a"; }""");
        _folder.Write("c/Other.cs", """class Other { string Url() => $"https://as.example/authorize?{Names.Client}&redirect_uri=b&response_type=code"; }""");
        var result = await Pkce.RunAsync(_folder, "scan", "a", "a/Login.cs", "b/App.csproj", "c/Names.cs", "c/Other.cs", "b/App.csproj");
        Assert.Collection(result.Lines,
            line => Assert.StartsWith("a/Login.cs(3,", line),
            line => Assert.StartsWith("b/Login.cs(3,", line),
            line => Assert.Matches(@"^c/Other\.cs\(1,.* authorization request \(client_id, redirect_uri, response_type\)", line),
            line => Assert.Equal("3 findings (PKCE1001: 3) in 4 files, 10 lines, 1 project", line));
    }

    [Theory]
    [InlineData("--exclude tests", "src/A.cs src/Gen.Part.cs")]
    [InlineData("--exclude *.Part.cs --exclude tests/", "src/A.cs")]
    [InlineData("--include src/**", "src/A.cs src/Gen.Part.cs")]
    [InlineData("--include ./src --exclude src/G*", "src/A.cs")]
    [InlineData("--include A.cs", "src/A.cs")]
    public async Task Paths_that_are_left_out_are_not_reported_but_read(string options, string reported)
    {
        _folder.Write("tests/Names.cs", """static class Names { public const string Client = "client_id=a"; }""");
        _folder.Write("tests/T.cs", Pkce.Vulnerable);
        _folder.Write("src/A.cs", """class A { string Url() => $"https://as.example/authorize?{Names.Client}&redirect_uri=b&response_type=code"; }""");
        _folder.Write("src/Gen.Part.cs", Pkce.Vulnerable.Replace("class Login", "class Gen"));
        var result = await Pkce.RunAsync(_folder, ["scan", .. options.Split(' ')]);
        Assert.Equal(reported.Split(' '), Pkce.Findings(result).Select(finding => finding.Path));
        Assert.Contains("(client_id, redirect_uri, response_type)", result.Output);
    }

    [Fact]
    public async Task Rules_are_picked_by_their_ids()
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        Assert.Equal(0, (await Pkce.RunAsync(_folder, "scan", "--rule", "PKCE1004", "--rule", "pkce2001")).ExitCode);
        Assert.Equal(1, (await Pkce.RunAsync(_folder, "scan", "--rule", "pkce1001")).ExitCode);
    }

    [Theory]
    [InlineData("suggestion", "--fail-on info", 1, ": info PKCE1001: ")]
    [InlineData("suggestion", "--fail-on info --min-severity warning", 0, "no findings in ")]
    [InlineData("warning", "--fail-on error", 0, ": warning PKCE1001: ")]
    [InlineData("error", "--fail-on error", 1, ": error PKCE1001: ")]
    [InlineData("error", "--fail-on never", 0, ": error PKCE1001: ")]
    public async Task What_fails_is_chosen(string configured, string options, int exitCode, string output)
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        _folder.Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.PKCE1001.severity = {configured}\n");
        var result = await Pkce.RunAsync(_folder, ["scan", .. options.Split(' ')]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(output, result.Output);
    }

    [Fact]
    public async Task The_output_is_the_same_for_every_number_of_jobs()
    {
        foreach (var number in Enumerable.Range(1, 40))
            _folder.Write($"{number % 5}/Login{number}.cs", Pkce.Vulnerable.Replace("class Login", $"class Login{number}"));
        foreach (var project in Enumerable.Range(0, 3))
            _folder.Write($"{project}/App.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><Compile Include="..\0\*.cs" /></ItemGroup></Project>"""));
        var alone = await Pkce.RunAsync(_folder, "scan", "--jobs", "1");
        Assert.EndsWith("40 findings (PKCE1001: 40) in 40 files, 160 lines, 3 projects", alone.Output.Trim());
        foreach (var jobs in new[] { "2", "16", "100000" })
            Assert.Equal(alone.Output, (await Pkce.RunAsync(_folder, "scan", "-j", jobs)).Output);
    }

    [Fact]
    public async Task Quiet_prints_findings_and_errors_alone()
    {
        _folder.Write("Broken/Broken.csproj", "<Project>");
        _folder.Write("Broken/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan", "--quiet");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Broken/Login.cs(3,", Assert.Single(result.Lines));
    }

    [Fact]
    public async Task Verbose_says_what_projects_are_taken_for()
    {
        _folder.Write("App/App.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><PackageReference Include="IdentityModel" Version="6.0.0" /></ItemGroup></Project>"""));
        _folder.Write("App/Login.cs", Pkce.Vulnerable);
        _folder.Write("Lib/Lib.csproj", Pkce.Library);
        _folder.Write("Lib/A.cs", Pkce.Harmless);
        _folder.Write("script.cs", Pkce.Harmless);
        var result = await Pkce.RunAsync(_folder, "scan", "--verbose");
        Assert.Equal(
            [
                $"pkce: note: {_folder["App/App.csproj"]}: net10.0, 1 files, not restored: the types of 1 packages are known by name only",
                $"pkce: note: {_folder["Lib/Lib.csproj"]}: net10.0, 1 files, not restored, without packages",
                $"pkce: note: {_folder.Path}: 1 files without a project, with the types of .NET alone",
            ],
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        Assert.EndsWith("1 of 2 projects is not restored: what their packages hold is known by name only, and 'dotnet restore' makes the scan more certain", result.Output.Trim());
    }

    [Fact]
    public async Task What_lies_in_tests_samples_and_vendored_code_is_counted_apart()
    {
        string[] files = ["src/A.cs", "tests/A.cs", "App.Tests/A.cs", "samples/App/A.cs", "third_party/oauth/samples/A.cs", "Contest/A.cs"];
        foreach (var (file, number) in files.Select((file, number) => (file, number)))
            _folder.Write(file, Pkce.Vulnerable.Replace("class Login", $"class Login{number}"));
        Assert.EndsWith("0 projects; of these 2 in tests, 1 in samples, 1 in vendored code", (await Pkce.RunAsync(_folder, "scan")).Output.Trim());
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        var version = (await Pkce.RunAsync(_folder, "--version")).Succeeded().Output.Trim();
        Assert.StartsWith(Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value, version);
    }

    [Fact]
    public async Task Without_arguments_the_help_is_shown()
    {
        var help = (await Pkce.RunAsync(_folder)).Succeeded();
        Assert.Contains("scan <PATH>", help.Output);
        Assert.Equal((await Pkce.RunAsync(_folder, "--help")).Output, help.Output);
    }

    [Fact]
    public async Task A_terminal_gets_the_code_with_the_place_underlined()
    {
        _folder.Write("Login.cs", "// \u001b[31mred\n" + Pkce.Vulnerable);
        var tool = Path.Combine(AppContext.BaseDirectory, "pkce.dll");
        var result = await Command.RunAsync(_folder.Path, "script", "-qec", $"stty cols 200; TERM=xterm-256color dotnet '{tool}' scan; true", "/dev/null");
        var plain = Regex.Replace(result.Output, @"\e\[[0-9;?]*[a-zA-Z]|\e[=>]", "");
        Assert.Contains("Login.cs(4,", plain);
        Assert.Contains("     4 | string Url(string client) => $\"https://as.example/authorize?", plain);
        Assert.Matches(@"\n +\| +~+", plain);
        Assert.Contains("\u001b[", result.Output);
        Assert.Contains("of 1 files", plain); // the progress bar
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_scan_with_what_was_found(string signal)
    {
        foreach (var number in Enumerable.Range(1, 1500))
            _folder.Write($"Login{number}.cs", Pkce.Vulnerable.Replace("class Login", $"class Login{number}"));
        var tool = Path.Combine(AppContext.BaseDirectory, "pkce.dll");
        var result = await Command.RunAsync(_folder.Path, "bash", "-c",
            // With job control, a process in the background does not ignore SIGINT; env takes back what the tests themselves were
            // started with, where it can.
            "reset=$(env --default-signal=INT true 2> /dev/null && echo env --default-signal=INT); " +
            $"set -m; $reset dotnet '{tool}' scan --verbose --jobs 1 2> notes & until grep -q note: notes; do sleep 0.05; done; kill -{signal} $!; wait $!");
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("interrupted; so far ", result.Output);
        Pkce.AssertNoStackTrace(result);
    }
}

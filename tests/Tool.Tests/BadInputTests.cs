namespace PkceAnalyzers.Tool.Tests;

/// <summary>What cannot be scanned: exit code 2 and one line that says why.</summary>
public sealed class BadInputTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_path_that_does_not_exist() =>
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "missing"), "missing: there is no such file or folder");

    [Fact]
    public async Task A_folder_without_CSharp()
    {
        _folder.Write("notes.txt", "");
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "."), "no C# sources found");
    }

    [Fact]
    public async Task A_project_without_sources()
    {
        _folder.Write("App.csproj", Pkce.Library);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "App.csproj"), "App.csproj: no C# sources found");
    }

    [Fact]
    public async Task A_file_of_another_kind()
    {
        _folder.Write("App.vbproj", Pkce.Library);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "App.vbproj"), "App.vbproj: not a C# project (.csproj), solution (.sln, .slnx, .slnf), C# file (.cs) or folder");
    }

    [Fact]
    public async Task A_project_that_is_not_XML()
    {
        _folder.Write("App.csproj", "<Project>\n  <PropertyGroup>\n</Project>");
        _folder.Write("A.cs", Pkce.Harmless);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "App.csproj"), "App.csproj(3,3): not readable as XML: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Project")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Project>&a;</Project>")]
    public async Task A_project_of_which_nothing_can_be_read(string project)
    {
        _folder.Write("App.csproj", project);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "App.csproj"), "not readable as XML: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"solution\": {\"path\": 1, \"projects\": []}}")]
    public async Task A_solution_filter_that_is_none(string filter)
    {
        _folder.Write("Some.slnf", filter);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "Some.slnf"), "Some.slnf");
    }

    [Fact]
    public async Task A_solution_of_the_old_form_that_is_none()
    {
        _folder.Write("All.sln", "no solution");
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "All.sln"), "All.sln");
    }

    [Fact]
    public async Task Entities_that_grow_without_end()
    {
        const string Bomb = "<!DOCTYPE x [<!ENTITY a '0123456789'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><Solution><Project Path='&b;.csproj' /></Solution>";
        _folder.Write("All.slnx", Bomb);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "All.slnx"), "not readable as XML: ");
    }

    [Theory]
    [InlineData("/src")]
    [InlineData("../src")]
    [InlineData("?.cs")]
    public async Task A_pattern_that_is_not_understood(string pattern)
    {
        _folder.Write("A.cs", Pkce.Harmless);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "--exclude", pattern), $"'{pattern}' is not a pattern of paths");
    }

    [Fact]
    public async Task Patterns_that_leave_nothing()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "--include", "src"), "--include and --exclude leave nothing to report on");
    }

    [Fact]
    public async Task A_solution_that_is_not_XML()
    {
        _folder.Write("All.slnx", "<Solution>");
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "All.slnx"), "All.slnx(1,11): not readable as XML: ");
    }

    [Fact]
    public async Task A_solution_with_a_missing_and_a_broken_project_is_scanned_as_far_as_it_can_be()
    {
        _folder.Write("All.slnx", """<Solution><Project Path="Gone.csproj" /><Project Path="Broken/Broken.csproj" /><Project Path="App/App.csproj" /></Solution>""");
        _folder.Write("Broken/Broken.csproj", "<Project>");
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan", "All.slnx");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("All.slnx: project not found: Gone.csproj", result.Error);
        Assert.Contains("Broken.csproj(1,10): not readable as XML: ", result.Error);
        Assert.Contains("warning PKCE1001: ", result.Output);
        Pkce.AssertNoStackTrace(result);
    }

    [Fact]
    public async Task In_a_folder_the_sources_of_a_broken_project_are_scanned_without_it()
    {
        _folder.Write("Broken/Broken.csproj", "<Project>");
        _folder.Write("Broken/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("pkce: warning: ", result.Error);
        Assert.Contains("Broken.csproj(1,10): not readable as XML: ", result.Error);
        Assert.Contains("warning PKCE1001: ", result.Output);
    }

    [Theory]
    [InlineData("scan", "--min-severity", "loud")]
    [InlineData("scan", "--no-such-option")]
    [InlineData("scan", "--jobs", "0")]
    [InlineData("scan", "--timeout", "soon")]
    [InlineData("scan", "--rule", "PKCE0000")]
    [InlineData("scan", "--fail-on", "always")]
    [InlineData("scan", "--quiet", "--verbose")]
    [InlineData("fix", "a", "b")]
    [InlineData("no-such-command")]
    public async Task A_command_line_that_is_not_understood(params string[] arguments)
    {
        var result = await Pkce.RunAsync(_folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("pkce: error: ", result.Error);
        Assert.Contains("Run 'pkce --help' for how to use it.", result.Error);
        Pkce.AssertNoStackTrace(result);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_passed_over()
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);
        _folder.Write("Bytes.cs", bytes);
        _folder.Write("Zeros.cs", [.. "class A { }"u8, 0, 0, 0]);
        _folder.Write("Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"pkce: warning: {_folder["Zeros.cs"]}: is no text and passed over", result.Error);
        Pkce.AssertNoStackTrace(result);
    }

    [Fact]
    public async Task Pipes_are_not_waited_for()
    {
        foreach (var pipe in new[] { "Pipe.cs", "Pipe.csproj", "appsettings.json", ".editorconfig" })
            (await Command.RunAsync(_folder.Path, "mkfifo", pipe)).Succeeded();
        _folder.Write("Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Login.cs(3,", result.Output);
    }

    [Fact]
    public async Task Names_cannot_forge_lines_or_command_a_terminal()
    {
        _folder.Write("src\u001b[2J\nLogin.cs(1,1): error PKCE9001: /Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Equal(2, result.Lines.Count());
    }

    [Fact]
    public async Task Restore_results_that_are_cut_off_are_as_none()
    {
        _folder.Write("App.csproj", Pkce.Library);
        _folder.Write("obj/project.assets.json", """{"version": 3, "targets": {"net10.0": {"A/1.0": {""");
        _folder.Write("Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan", "App.csproj");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Help_names_the_exit_codes()
    {
        var help = (await Pkce.RunAsync(_folder, "scan", "--help")).Succeeded();
        Assert.Contains("0 nothing found, 1 findings, 2 could not be scanned", help.Output.ReplaceLineEndings(" "));
    }
}

using System.Text;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce scan</c> finds and prints, and its exit code.</summary>
public sealed class ScanTests : IDisposable
{
    /// <summary>How the line of a finding in <see cref="Pkce.Vulnerable"/> begins; which part of the request it
    /// points at is for the tests of the rule.</summary>
    const string Finding = @"Login\.cs\(3,\d+\): warning PKCE1001: ";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_sources_is_scanned_and_findings_are_printed_as_a_compiler_does()
    {
        _folder.Write("b/Login.cs", Pkce.Vulnerable);
        _folder.Write("a/Login.cs", Pkce.Vulnerable.Replace("class Login", "class Other"));
        var result = await Pkce.RunAsync(_folder, "scan", ".");
        Assert.Equal(1, result.ExitCode);
        Assert.Collection(result.Lines,
            line => Assert.Matches(@"^a[\/]" + Finding, line),
            line => Assert.Matches(@"^b[\/]" + Finding, line),
            line => Assert.Equal("2 findings (PKCE1001: 2) in 2 files, 8 lines, 0 projects", line));
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Paths_outside_the_current_folder_are_printed_in_full()
    {
        var file = _folder.Write("code/Login.cs", Pkce.Vulnerable);
        Directory.CreateDirectory(_folder["elsewhere"]);
        var result = await Command.DotnetAsync(_folder["elsewhere"], Path.Combine(AppContext.BaseDirectory, "pkce.dll"), "scan", _folder["code"]);
        Assert.StartsWith(file + "(3,", result.Output);
    }

    [Fact]
    public async Task Members_that_are_too_much_work_are_counted()
    {
        var branches = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"        if (x == {number}) url += \"&p{number}=\" + x;\n"));
        _folder.Write("Login.cs", $$"""
            class Login
            {
                string Url(int x)
                {
                    var url = "https://as.example/authorize?response_type=code&client_id=app";
            {{branches}}
                    return url;
                }
            }
            """);
        var result = await Pkce.RunAsync(_folder, "scan", ".");
        Assert.Contains("1 member not looked at to the end: too much work", result.Error);
    }

    [Fact]
    public async Task Code_without_findings_ends_with_0()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal((0, "no findings in 1 file, 1 line, 0 projects"), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task A_project_is_scanned_without_restore_and_its_references_are_not()
    {
        _folder.Write("App/App.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><ProjectReference Include="..\Lib\Lib.csproj" /></ItemGroup></Project>"""));
        _folder.Write("App/Login.cs", """
            class Login
            {
                string Url() => $"https://as.example/authorize?client_id=a&redirect_uri=b{Lib.Names.CodeFlow}";
            }
            """);
        _folder.Write("Lib/Lib.csproj", Pkce.Library);
        _folder.Write("Lib/Names.cs", """namespace Lib; public static class Names { public const string CodeFlow = "&response_type=code&state=c"; }""");
        _folder.Write("Lib/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan", "App/App.csproj");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(Path.Combine("App", "Login.cs(3,"), result.Output);
        Assert.EndsWith("1 finding (PKCE1001: 1) in 1 file, 4 lines, 1 project", result.Output.Trim());
        Assert.False(Directory.Exists(_folder["App/obj"]));
    }

    [Theory]
    [InlineData("All.sln", """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "App\App.csproj", "{11111111-1111-1111-1111-111111111111}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "Folder", "Folder", "{22222222-2222-2222-2222-222222222222}"
        EndProject
        """)]
    [InlineData("All.slnx", """
        <Solution>
          <Folder Name="/src/">
            <Project Path="App/App.csproj" />
          </Folder>
        </Solution>
        """)]
    [InlineData("Some.slnf", """{ "solution": { "path": "All.slnx", "projects": [ "App\\App.csproj" ] } }""")]
    public async Task The_projects_of_a_solution_are_scanned_and_nothing_else(string name, string solution)
    {
        _folder.Write(name, solution);
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Pkce.Vulnerable);
        _folder.Write("Other/Other.csproj", Pkce.Library);
        _folder.Write("Other/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan", name);
        Assert.EndsWith("1 finding (PKCE1001: 1) in 1 file, 4 lines, 1 project", result.Output.Trim());
    }

    [Fact]
    public async Task A_folder_holds_projects_and_sources_that_belong_to_none_but_not_output()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Pkce.Vulnerable);
        _folder.Write("App/obj/Debug/Login.cs", Pkce.Vulnerable);
        _folder.Write("scripts/Login.cs", Pkce.Vulnerable);
        _folder.Write("node_modules/x/Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "scan", _folder.Path);
        Assert.Collection(result.Lines,
            line => Assert.Matches(@"^App[\/]" + Finding, line),
            line => Assert.Matches(@"^scripts[\/]" + Finding, line),
            line => Assert.Equal("2 findings (PKCE1001: 2) in 2 files, 8 lines, 1 project", line));
    }

    [Fact]
    public async Task A_file_of_several_projects_is_reported_once()
    {
        _folder.Write("A/A.csproj", Pkce.Library);
        _folder.Write("A/Login.cs", Pkce.Vulnerable);
        _folder.Write("B/B.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><Compile Include="..\A\*.cs" /></ItemGroup></Project>"""));
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.EndsWith("1 finding (PKCE1001: 1) in 1 file, 4 lines, 2 projects", result.Output.Trim());
    }

    [Fact]
    public async Task What_is_suppressed_in_source_or_configuration_is_not_counted()
    {
        _folder.Write("Pragma.cs", "#pragma warning disable PKCE1001\n" + Pkce.Vulnerable);
        _folder.Write("Attribute.cs", """[System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "PKCE1001")]""" + Pkce.Vulnerable.Replace("Login", "Other"));
        _folder.Write("off/Configured.cs", Pkce.Vulnerable.Replace("Login", "Third"));
        _folder.Write("off/.editorconfig", "[*.cs]\ndotnet_diagnostic.PKCE1001.severity = none\n");
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal((0, "no findings and 2 suppressed in 3 files, 13 lines, 0 projects"), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task What_is_suppressed_is_listed_on_demand_with_its_reason()
    {
        _folder.Write("A.cs", Pkce.Vulnerable.Replace("{\n", "{\n// pkce: disable PKCE1001 shop.example refuses it\n"));
        _folder.Write("B.cs", """[System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "PKCE1001", Justification = "asked in March")]""" + "\n" + Pkce.Vulnerable.Replace("Login", "Other"));
        _folder.Write("C.cs", "#pragma warning disable PKCE1001\n" + Pkce.Vulnerable.Replace("Login", "Third"));
        _folder.Write("D.cs", Pkce.Vulnerable.Replace("Login", "Fourth"));
        var result = await Pkce.RunAsync(_folder, "scan", "--show-suppressed");
        Assert.Equal(1, result.ExitCode);
        Assert.Collection(result.Lines,
            line => Assert.StartsWith("D.cs(3,", line),
            line => Assert.Equal("suppressed:", line),
            line => Assert.Matches(@"^A\.cs\(4,\d+\): PKCE1001: shop\.example refuses it$", line),
            line => Assert.Matches(@"^B\.cs\(4,\d+\): PKCE1001: asked in March$", line),
            line => Assert.Matches(@"^C\.cs\(4,\d+\): PKCE1001: no reason given$", line),
            line => Assert.Equal("1 finding (PKCE1001: 1) and 3 suppressed in 4 files, 19 lines, 0 projects", line));
    }

    [Fact]
    public async Task A_request_that_goes_without_PKCE_on_purpose_needs_a_reason()
    {
        _folder.Write("Login.cs", Pkce.Vulnerable.Replace("=>", "=> // pkce: disable PKCE1001\n"));
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("warning PKCE9001: The comment pkce: disable has no reason", result.Output);
        Assert.EndsWith("2 findings (PKCE1001: 1, PKCE9001: 1) in 1 file, 5 lines, 0 projects", result.Output.Trim());
    }

    [Theory]
    [InlineData("error", null, 1, ": error PKCE1001: ")]
    [InlineData("suggestion", null, 0, "no findings in ")]
    [InlineData("suggestion", "info", 0, ": info PKCE1001: ")]
    [InlineData("warning", "error", 0, "no findings in ")]
    public async Task Severities_are_those_of_the_configuration_and_infos_do_not_decide(string configured, string? minimum, int exitCode, string output)
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        _folder.Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.PKCE1001.severity = {configured}\n");
        var result = await Pkce.RunAsync(_folder, ["scan", .. minimum is null ? Array.Empty<string>() : ["--min-severity", minimum]]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(output, result.Output);
    }

    [Fact]
    public async Task An_option_that_cannot_be_understood_is_reported_also_where_no_file_could_matter()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        _folder.Write(".editorconfig", "[*.cs]\npkce.excluded_authorization_hosts = https://as.example/\n");
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("A.cs(1,1): warning PKCE9001: ", result.Output);
    }

    [Fact]
    public async Task A_project_that_does_not_compile_is_analysed()
    {
        _folder.Write("App.csproj", Pkce.Library);
        _folder.Write("Login.cs", "using Missing.Package;\n" + Pkce.Vulnerable + "\nclass Broken : Unknown { void M( { return nothing }");
        var result = await Pkce.RunAsync(_folder, "scan", "App.csproj");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Login.cs(4,", result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task A_file_of_100000_lines_is_analysed()
    {
        var source = new StringBuilder("class Big\n{\n");
        for (var i = 0; i < 33_300; i++)
            source.Append($"    int M{i}(int x)\n        => x + {i};\n\n");
        source.Append("}\n").Append(Pkce.Vulnerable);
        _folder.Write("Big.cs", source.ToString());
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.StartsWith("Big.cs(99906,", result.Output);
        Assert.EndsWith("1 finding (PKCE1001: 1) in 1 file, 99907 lines, 0 projects", result.Output.Trim());
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "latin1"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task A_file_in_any_usual_encoding_is_analysed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var source = "/* Zugriff für Geräte */ " + Pkce.Vulnerable;
        _folder.Write("Login.cs", [.. encoding.GetPreamble(), .. encoding.GetBytes(source)]);
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Matches("^" + Finding, result.Output);
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("Login.cs", Pkce.Vulnerable);
        _folder.Write("src/A.cs", Pkce.Harmless);
        Directory.CreateSymbolicLink(_folder["src/loop"], _folder.Path);
        Directory.CreateSymbolicLink(_folder["src/outside"], outside.Path);
        File.CreateSymbolicLink(_folder["src/Linked.cs"], outside["Login.cs"]);
        _folder.Write("src/App.csproj", Pkce.Library.Replace("</Project>", """
            <ItemGroup>
              <Compile Include="outside\**\*.cs" />
              <Compile Include="outside\Login.cs;Linked.cs" />
            </ItemGroup></Project>
            """));
        var result = await Pkce.RunAsync(_folder, "scan");
        Assert.Equal((0, "no findings in 1 file, 1 line, 1 project"), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task A_root_that_is_itself_a_link_is_scanned()
    {
        _folder.Write("real/Login.cs", Pkce.Vulnerable);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);
        var result = await Pkce.RunAsync(_folder, "scan", "link");
        Assert.Matches(@"^link[\/]" + Finding, result.Output);
    }

    [Fact]
    public async Task Nothing_of_what_is_scanned_is_changed_or_run()
    {
        _folder.Write("App.csproj", Pkce.Library.Replace("</Project>", """
            <Target Name="Evil" BeforeTargets="Build;Restore;CoreCompile"><Touch Files="$(MSBuildThisFileDirectory)ran" AlwaysCreate="true" /></Target>
            <PropertyGroup><Evil>$([System.IO.File]::WriteAllText('$(MSBuildThisFileDirectory)ran', 'x'))</Evil></PropertyGroup></Project>
            """));
        _folder.Write("Login.cs", Pkce.Vulnerable);
        await Pkce.RunAsync(_folder, "scan");
        Assert.Equal(["App.csproj", "Login.cs"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}

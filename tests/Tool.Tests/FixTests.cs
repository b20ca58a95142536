using System.Text;
using PkceAnalyzers.Tool.Fixing;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce fix</c> writes and prints, and its exit code.</summary>
public sealed class FixTests : IDisposable
{
    const string Login = """
        using System;
        using System.Collections.Generic;

        class Login
        {
            public string Url() => "https://as.example/authorize?response_type=code&client_id=app&state=" + Guid.NewGuid();

            public Dictionary<string, string> Form(string code) => new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code", // RFC 6749
                ["code"] = code,
                ["client_id"] = "app",
            };
        }

        static class Once
        {
            public static void Run()
            {
                var login = new Login();
                Console.WriteLine(login.Url());
                login.Form(Console.ReadLine());
            }
        }

        """;

    const string Settings = """
        {
          // Off for now.
          "Okta": { "Authority": "https://login.example.com", "UsePkce": false }
        }
        """;

    /// <summary>Without code that reads settings a finding in them is but an info.</summary>
    const string ReadsSettings = """class Program { string? Authority(Microsoft.Extensions.Configuration.IConfiguration settings) => settings["Okta:Authority"]; }""";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_exchange_is_repaired_once_and_its_helper_is_added_to_the_project()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Login);
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.Collection(result.Lines,
            line => Assert.Matches(@"^App[\/]Login\.cs\(6,\d+\): PKCE1001 repaired$", line),
            line => Assert.Matches(@"^App[\/]Login\.cs\(10,\d+\): PKCE1004 repaired$", line),
            line => Assert.Equal("2 findings repaired, 0 left; 2 files written", line));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var text = Read("App/Login.cs");
        Assert.Contains("&code_challenge={ProofKey.CreateCodeChallenge(_codeVerifier)}&code_challenge_method=S256\"", text);
        Assert.Contains("""["grant_type"] = "authorization_code", // RFC 6749""", text);
        Assert.Contains("internal static class ProofKey", Read("App/Pkce.cs"));
        Assert.Equal("no findings in 2 files, ", (await Pkce.RunAsync(_folder, "scan")).Output[..24]);

        var again = await Pkce.RunAsync(_folder, "fix");
        Assert.Equal((0, "0 findings repaired, 0 left; 0 files written"), (again.ExitCode, again.Output.Trim()));
        Assert.Equal(text, Read("App/Login.cs"));
    }

    [Fact]
    public async Task A_helper_for_sources_without_a_project_goes_into_the_file()
    {
        _folder.Write("Login.cs", Login);
        var result = await Pkce.RunAsync(_folder, "fix", "Login.cs");
        Assert.EndsWith("2 findings repaired, 0 left; 1 file written", result.Output.Trim());
        Assert.Contains("file static class ProofKey", Read("Login.cs"));
    }

    [Fact]
    public async Task A_project_that_names_its_files_or_speaks_an_old_language_gets_what_compiles_there()
    {
        _folder.Write("Old/Old.csproj", """
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <PropertyGroup><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion></PropertyGroup>
              <ItemGroup><Compile Include="Login.cs" /></ItemGroup>
            </Project>
            """);
        _folder.Write("Old/Login.cs", Login);
        var result = await Pkce.RunAsync(_folder, "fix", "Old");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("    private static class ProofKey", Read("Old/Login.cs"));
        Assert.DoesNotContain("string?", Read("Old/Login.cs"));
        Assert.False(File.Exists(_folder["Old/Pkce.cs"]));
    }

    [Theory]
    [InlineData("Game/ProjectSettings/ProjectVersion.txt", "m_EditorVersion: 2019.4.40f1\n")]
    [InlineData("Game/Assets/Clock.cs", "using UnityEngine;\n\nclass Clock : MonoBehaviour { }\n")]
    public async Task A_game_without_a_project_file_gets_what_its_engine_compiles(string file, string text)
    {
        _folder.Write("Game/Assets/Login.cs", Login);
        _folder.Write(file, text);
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.EndsWith("2 findings repaired, 0 left; 1 file written", result.Output.Trim());
        Assert.Contains("    private static class ProofKey", Read("Game/Assets/Login.cs"));
    }

    [Fact]
    public async Task A_dry_run_prints_what_would_change_and_writes_nothing()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/A.cs", ReadsSettings);
        _folder.Write("App/appsettings.json", Settings);
        var result = await Pkce.RunAsync(_folder, "fix", "--dry-run");
        Assert.Equal("""
            --- a/App/appsettings.json
            +++ b/App/appsettings.json
            @@ -1,4 +1,4 @@
             {
               // Off for now.
            -  "Okta": { "Authority": "https://login.example.com", "UsePkce": false }
            +  "Okta": { "Authority": "https://login.example.com", "UsePkce": true }
             }
            \ No newline at end of file
            App/appsettings.json(3,55): PKCE2001 can be repaired

            1 finding can be repaired, 0 left; 1 file would change
            """, result.Output.Trim());
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Settings, Read("App/appsettings.json"));
    }

    [Fact]
    public async Task Settings_files_are_repaired()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/A.cs", ReadsSettings);
        _folder.Write("App/appsettings.json", Settings);
        var result = await Pkce.RunAsync(_folder, "fix", "App/App.csproj");
        Assert.EndsWith("1 finding repaired, 0 left; 1 file written", result.Output.Trim());
        Assert.Equal(Settings.Replace("false", "true"), Read("App/appsettings.json"));
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "latin-1"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task Encoding_byte_order_mark_and_line_breaks_are_kept(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-8 with mark" => Encoding.UTF8,
            "utf-16" => Encoding.Unicode,
            _ => Encoding.Latin1,
        };
        var source = ("// Schlüssel\n" + Login).Replace("\n", "\r\n");
        _folder.Write("Login.cs", [.. encoding.GetPreamble(), .. encoding.GetBytes(source)]);
        await Pkce.RunAsync(_folder, "fix");
        var bytes = File.ReadAllBytes(_folder["Login.cs"]);
        Assert.True(bytes.AsSpan().StartsWith(encoding.GetPreamble()));
        var text = encoding.GetString(bytes.AsSpan(encoding.GetPreamble().Length));
        Assert.StartsWith("// Schlüssel\r\n", text);
        Assert.Contains("code_challenge_method=S256", text);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task Permissions_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }
        var path = _folder.Write("Login.cs", Login);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.SetUnixFileMode(path, mode);
        await Pkce.RunAsync(_folder, "fix");
        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal(["Login.cs"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_lies_outside_is_not_written()
    {
        _folder.Write("App/App.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><Compile Include="../Shared/Login.cs" /></ItemGroup></Project>"""));
        var shared = _folder.Write("Shared/Login.cs", Login);
        var result = await Pkce.RunAsync(_folder, "fix", "App");
        Assert.Equal(1, result.ExitCode);
        Assert.Matches($@"PKCE1001 left: .*{System.Text.RegularExpressions.Regex.Escape(shared)} would have to change, which does not lie in what is to be repaired", result.Output);
        Assert.EndsWith("0 findings repaired, 2 left; 0 files written", result.Output.Trim());
        Assert.Equal(Login, Read("Shared/Login.cs"));
        Assert.False(File.Exists(_folder["App/Pkce.cs"]));
    }

    [Fact]
    public async Task What_a_link_leads_to_is_not_written()
    {
        _folder.Write("Elsewhere/Login.cs", Login);
        _folder.Write("App/A.cs", Pkce.Harmless);
        try
        {
            Directory.CreateSymbolicLink(_folder["App/Linked"], _folder["Elsewhere"]);
            File.CreateSymbolicLink(_folder["App/Login.cs"], _folder["Elsewhere/Login.cs"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip($"Links cannot be made here: {e.Message}");
        }
        var result = await Pkce.RunAsync(_folder, "fix", "App");
        Assert.Equal("0 findings repaired, 0 left; 0 files written", result.Output.Trim());
        Assert.Equal(Login, Read("Elsewhere/Login.cs"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_file_of_several_projects_is_repaired_where_that_fits_all_of_them(bool hasFurtherRequest)
    {
        var login = Login.Replace("class Login", "partial class Login");
        _folder.Write("Shared/Login.cs", login);
        foreach (var name in new[] { "A", "B" })
            _folder.Write($"{name}/{name}.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><Compile Include="../Shared/Login.cs" /></ItemGroup></Project>"""));
        // Another request, of a client that is not named: which of them redeems the codes of the shared one is not known there.
        _folder.Write("B/Further.cs", hasFurtherRequest ? "partial class Login { public string More(string code) => $\"grant_type=authorization_code&code={code}\"; }" : Pkce.Harmless);
        var result = await Pkce.RunAsync(_folder, "fix");
        if (hasFurtherRequest)
        {
            Assert.Contains("PKCE1001 left: the file belongs to several projects, and the repair fits only some of them", result.Output);
            Assert.EndsWith("0 findings repaired, 3 left; 0 files written", result.Output.Trim());
            Assert.Equal(login, Read("Shared/Login.cs"));
        }
        else
        {
            Assert.EndsWith("2 findings repaired, 0 left; 3 files written", result.Output.Trim());
            Assert.True(File.Exists(_folder["A/Pkce.cs"]) && File.Exists(_folder["B/Pkce.cs"]));
            Assert.Equal(2, Read("Shared/Login.cs").Split("code_challenge_method=S256").Length);
        }
    }

    [Fact]
    public async Task A_file_that_would_have_to_be_added_is_not_overwritten()
    {
        _folder.Write("App.csproj", Pkce.Library.Replace("</Project>", """<ItemGroup><Compile Remove="Pkce.cs" /></ItemGroup></Project>"""));
        _folder.Write("Login.cs", Login);
        _folder.Write("Pkce.cs", "mine");
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"PKCE1001 left: {_folder["Pkce.cs"]} would have to be added, but exists", result.Output);
        Assert.Equal(("mine", Login), (Read("Pkce.cs"), Read("Login.cs")));
    }

    [Fact]
    public async Task Only_the_rules_that_are_named_are_repaired()
    {
        _folder.Write("App.csproj", Pkce.Library);
        _folder.Write("Login.cs", Login);
        _folder.Write("Program.cs", ReadsSettings);
        _folder.Write("appsettings.json", Settings);
        var result = await Pkce.RunAsync(_folder, "fix", "--id", "pkce2001");
        Assert.Equal((0, "1 finding repaired, 0 left; 1 file written"), (result.ExitCode, result.Lines.Last()));
        Assert.Equal(Login, Read("Login.cs"));
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "fix", "--id", "PKCE0815") is var refused ? refused with { Error = refused.Error.Split('\n')[0] } : null!, "There is no rule 'PKCE0815'.");
    }

    [Fact]
    public async Task A_repair_that_leaves_work_to_callers_is_not_made()
    {
        const string library = """
            public static class OAuth
            {
                public static string Url() => "https://as.example/authorize?response_type=code&client_id=app";
            }
            """;
        _folder.Write("Library.csproj", Pkce.Library);
        _folder.Write("OAuth.cs", library);
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.EndsWith("0 findings repaired, 1 left; 0 files written", result.Output.Trim());
        Assert.Equal(library, Read("OAuth.cs"));
    }

    [Fact]
    public async Task What_no_sound_repair_is_known_for_is_left_with_the_reason()
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        var result = await Pkce.RunAsync(_folder, "fix");
        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"^Login\.cs\(3,\d+\): PKCE1001 left: no token request in sight redeems its code: where that is made, send the code_verifier whose code_challenge is added here; an editor offers: Add PKCE to this request alone.*\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Equal(Pkce.Vulnerable, Read("Login.cs"));
    }

    [Theory]
    [InlineData("", """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="PkceAnalyzers.Runtime" Version="VERSION" />
          </ItemGroup>
        </Project>
        """)]
    [InlineData("""
          <ItemGroup>
            <!-- Ours. -->
            <PackageReference Include="Other" Version="1.0.0" />
          </ItemGroup>

        """, """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <!-- Ours. -->
            <PackageReference Include="Other" Version="1.0.0" />
            <PackageReference Include="PkceAnalyzers.Runtime" Version="VERSION" />
          </ItemGroup>
        </Project>
        """)]
    [InlineData("""
          <ItemGroup>
            <PackageReference Include="PkceAnalyzers.Runtime" Version="VERSION" />
          </ItemGroup>

        """, """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="PkceAnalyzers.Runtime" Version="VERSION" />
          </ItemGroup>
        </Project>
        """)]
    public async Task With_the_Runtime_the_project_gets_its_package_once(string items, string expected)
    {
        var version = typeof(FixCommand).Assembly.GetName().Version!.ToString(3);
        _folder.Write("App.csproj", Pkce.Library.Replace("</Project>", items.Replace("VERSION", version) + "</Project>"));
        _folder.Write("Login.cs", Login);
        var result = await Pkce.RunAsync(_folder, "fix", "--runtime");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(expected.Replace("VERSION", version), Read("App.csproj"));
        Assert.Contains("using Pkce;", Read("Login.cs"));
        Assert.Contains("ProofKey.Create();", Read("Login.cs"));
        Assert.False(File.Exists(_folder["Pkce.cs"]));
    }

    [Fact]
    public async Task With_the_Runtime_and_central_versions_both_files_are_edited()
    {
        _folder.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Other" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);
        foreach (var name in new[] { "A", "B" })
        {
            _folder.Write($"{name}/{name}.csproj", Pkce.Library);
            _folder.Write($"{name}/Login.cs", Login);
        }
        _folder.Write("C/C.csproj", Pkce.Library);
        _folder.Write("C/C.cs", Pkce.Harmless);
        var result = await Pkce.RunAsync(_folder, "fix", "--runtime");
        Assert.EndsWith("4 findings repaired, 0 left; 5 files written", result.Output.Trim());
        Assert.Contains("""<PackageReference Include="PkceAnalyzers.Runtime" />""", Read("A/A.csproj"));
        Assert.Contains("""<PackageReference Include="PkceAnalyzers.Runtime" />""", Read("B/B.csproj"));
        Assert.Equal(Pkce.Library, Read("C/C.csproj"));
        Assert.Equal(2, Read("Directory.Packages.props").Split("<PackageVersion Include=\"PkceAnalyzers.Runtime\" Version=").Length);

        // The versions' file lies outside: the helper serves instead.
        File.Delete(_folder["A/Pkce.cs"]);
        _folder.Write("A/A.csproj", Pkce.Library);
        _folder.Write("A/Login.cs", Login);
        _folder.Write("Directory.Packages.props", Read("Directory.Packages.props").Replace("PkceAnalyzers.Runtime", "Another"));
        await Pkce.RunAsync(_folder, "fix", "A", "--runtime");
        Assert.Equal(Pkce.Library, Read("A/A.csproj"));
        Assert.True(File.Exists(_folder["A/Pkce.cs"]));
    }

    [Fact]
    public async Task A_project_that_would_not_load_with_the_Runtime_gets_the_helper()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Directory.Build.targets", """<Project><ItemGroup><PackageReference Remove="PkceAnalyzers.Runtime" /></ItemGroup></Project>""");
        _folder.Write("App/Login.cs", Login);
        var result = await Pkce.RunAsync(_folder, "fix", "--runtime");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^pkce: warning: .*App\.csproj: gets a helper and no reference to PkceAnalyzers\.Runtime: ", result.Error);
        Assert.Equal(Pkce.Library, Read("App/App.csproj"));
        Assert.True(File.Exists(_folder["App/Pkce.cs"]));
    }

    [Fact]
    public async Task What_is_left_is_told_where_it_lies_then()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Login + Pkce.Vulnerable.Replace("class Login", "class Other").Replace("client_id={client}", "client_id=other").Replace("as.example", "other.example"));
        var result = await Pkce.RunAsync(_folder, "fix");
        var left = Assert.Single(result.Lines, line => line.Contains(" left: ", StringComparison.Ordinal));
        Assert.EndsWith("2 findings repaired, 1 left; 2 files written", result.Output.Trim());
        Assert.StartsWith(left.Split(": PKCE1001")[0], (await Pkce.RunAsync(_folder, "scan")).Output);
    }

    string Read(string path) => File.ReadAllText(_folder[path]);
}

using System.IO.Compression;
using System.Xml.Linq;

namespace PkceAnalyzers.Package.Tests;

public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    const string Console = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="PkceAnalyzers" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public void The_package_holds_what_is_listed_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        // What every package has for the packaging convention, with names that differ each time.
        var content = package.Entries.Select(e => e.FullName).Where(n => n != "[Content_Types].xml" && !n.StartsWith("_rels/") && !n.StartsWith("package/"));
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PkceAnalyzers.content.txt"));
        Assert.Equal(listed, content.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_is_for_development_and_depends_on_nothing()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        using var nuspec = package.GetEntry("PkceAnalyzers.nuspec")!.Open();
        var metadata = XElement.Load(nuspec).Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
        Assert.Equal("PkceAnalyzers", Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Null(Value("dependencies"));
        Assert.DoesNotContain("warning", feed.Packing!.Output);
    }

    [Fact]
    public async Task A_console_program_builds_with_the_analyzers_loaded()
    {
        using var folder = Project(Console);
        var build = await BuildAsync(folder);
        Assert.DoesNotMatch("CS8032|CS8033|CS8034|AD0001|CS9057", build.Output);
        var analyzers = (await Command.DotnetAsync(folder.Path, "msbuild", "-target:ResolveReferences", "-getItem:Analyzer")).Succeeded();
        Assert.Contains("/PkceAnalyzers.dll", analyzers.Output.Replace('\\', '/'));
        Assert.Contains("/PkceAnalyzers.CodeFixes.dll", analyzers.Output.Replace('\\', '/'));
    }

    [Fact]
    public async Task A_build_warns_and_an_editorconfig_makes_it_fail()
    {
        using var folder = Project(Console);
        folder.Write("Program.cs", """
            var client = args[0];
            Console.WriteLine($"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid");
            """);
        var build = await BuildAsync(folder);
        Assert.Contains("Program.cs(2,", build.Output);
        Assert.Contains("warning PKCE1001: ", build.Output);

        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.PKCE1001.severity = error\n");
        var gate = await Command.DotnetAsync(folder.Path, "build", "--nologo", "--no-restore", "--disable-build-servers");
        Assert.Equal(1, gate.ExitCode);
        Assert.Contains("error PKCE1001: ", gate.Output);
    }

    [Fact]
    public async Task A_request_excepted_with_a_reason_is_a_suppressed_result_in_the_log_and_no_warning()
    {
        using var folder = Project(Console);
        folder.Write("Program.cs", """
            // pkce: disable PKCE1001 shop.example refuses code_challenge
            Console.WriteLine($"https://shop.example/authorize?response_type=code&client_id={args[0]}&scope=openid");
            """);
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.PKCE1001.severity = error\n");
        var build = (await Command.DotnetAsync(folder.Path, "build", "--nologo", "--disable-build-servers", "-p:ErrorLog=log.sarif%2Cversion=2.1")).Succeeded();
        Assert.DoesNotContain("PKCE1001", build.Output);

        using var log = System.Text.Json.JsonDocument.Parse(File.ReadAllText(folder["log.sarif"]));
        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "PKCE1001");
        Assert.Equal("inSource", result.GetProperty("suppressions")[0].GetProperty("kind").GetString());
        Assert.Contains("shop.example refuses code_challenge", result.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task The_compiler_is_told_framework_versions_and_whether_it_compiles_tests()
    {
        using var folder = Project(Console
            .Replace("</PropertyGroup>", "<IsTestProject>true</IsTestProject><PkceUnresolvedTypes>match</PkceUnresolvedTypes></PropertyGroup>")
            .Replace("</ItemGroup>", """<PackageReference Include="xunit.v3.assert" Version="3.*" /></ItemGroup>"""));
        await BuildAsync(folder);
        var properties = Properties(folder);
        Assert.Equal("net10.0", properties["TargetFramework"]);
        Assert.Equal("true", properties["IsTestProject"]);
        Assert.Equal("match", properties["PkceUnresolvedTypes"]);
        // The version that was resolved, not the range that was asked for; not the framework's own packs.
        Assert.Matches(@"^xunit\.v3\.assert=3\.\d+\.\d+$", properties["PkcePackageVersions"]);
    }

    [Fact]
    public async Task Package_versions_are_known_under_central_package_management()
    {
        using var folder = Project(Console
            .Replace(""" Version="VERSION" """, " ")
            .Replace("</ItemGroup>", """<PackageReference Include="xunit.v3.assert" /></ItemGroup>"""));
        folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="PkceAnalyzers" Version="{feed.Version}" />
                <PackageVersion Include="xunit.v3.assert" Version="3.2.2" />
              </ItemGroup>
            </Project>
            """);
        await BuildAsync(folder);
        Assert.Equal("xunit.v3.assert=3.2.2", Properties(folder)["PkcePackageVersions"]);
    }

    [Fact]
    public async Task Settings_files_are_handed_to_the_compiler_and_output_is_not()
    {
        using var folder = Project(Console);
        folder.Write("appsettings.json", "{}");
        folder.Write("config/appsettings.Production.json", "{}");
        folder.Write("other.json", "{}");
        folder.Write("bin/Debug/appsettings.json", "{}");
        await BuildAsync(folder);
        var items = (await Command.DotnetAsync(folder.Path, "msbuild", "-getItem:AdditionalFiles")).Succeeded();
        using var json = System.Text.Json.JsonDocument.Parse(items.Output);
        var files = json.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(f => f.GetProperty("Identity").GetString()!.Replace('\\', '/'));
        Assert.Equal(["appsettings.json", "config/appsettings.Production.json"], files.Order(StringComparer.Ordinal));
    }

    TemporaryFolder Project(string project)
    {
        var folder = new TemporaryFolder();
        feed.UseIn(folder);
        folder.Write("App.csproj", project.Replace("VERSION", feed.Version));
        folder.Write("Program.cs", "Console.WriteLine();");
        return folder;
    }

    static async Task<CommandResult> BuildAsync(TemporaryFolder folder) =>
        (await Command.DotnetAsync(folder.Path, "build", "--nologo", "--disable-build-servers")).Succeeded();

    static Dictionary<string, string> Properties(TemporaryFolder folder)
    {
        var generated = Directory.GetFiles(folder["obj"], "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single();
        return File.ReadLines(generated).Where(l => l.StartsWith("build_property.")).Select(l => l["build_property.".Length..].Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(p => p[0], p => p[1]);
    }
}

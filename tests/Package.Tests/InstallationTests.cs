namespace PkceAnalyzers.Package.Tests;

/// <summary>What the compiler is given in a project that installs the package.</summary>
public sealed class InstallationTests(PackageFeed feed)
{
    [Fact]
    public async Task A_console_program_builds_with_the_analyzers_loaded()
    {
        using var project = new ConsoleProject(feed);
        var build = await BuildAsync(project);
        Assert.DoesNotMatch("CS8032|CS8033|CS8034|AD0001|CS9057", build.Output);
        var analyzers = (await project.DotnetAsync("msbuild", "-target:ResolveReferences", "-getItem:Analyzer")).Succeeded();
        Assert.Contains("/PkceAnalyzers.dll", analyzers.Output.Replace('\\', '/'));
        Assert.Contains("/PkceAnalyzers.CodeFixes.dll", analyzers.Output.Replace('\\', '/'));
    }

    [Fact]
    public async Task The_compiler_is_told_framework_versions_and_whether_it_compiles_tests()
    {
        using var project = new ConsoleProject(feed, "<IsTestProject>true</IsTestProject><PkceUnresolvedTypes>match</PkceUnresolvedTypes>",
            $"""<PackageReference Include="PkceAnalyzers" Version="{feed.Version}" /><PackageReference Include="xunit.v3.assert" Version="3.*" />""");
        await BuildAsync(project);
        var properties = Properties(project);
        Assert.Equal("net10.0", properties["TargetFramework"]);
        Assert.Equal("true", properties["IsTestProject"]);
        Assert.Equal("match", properties["PkceUnresolvedTypes"]);
        // The version that was resolved, not the range that was asked for; not the framework's own packs.
        Assert.Matches(@"^xunit\.v3\.assert=3\.\d+\.\d+$", properties["PkcePackageVersions"]);
    }

    [Fact]
    public async Task Package_versions_are_known_under_central_package_management()
    {
        using var project = new ConsoleProject(feed, items: """<PackageReference Include="PkceAnalyzers" /><PackageReference Include="xunit.v3.assert" />""");
        project.Write("Directory.Packages.props", $"""
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
        await BuildAsync(project);
        Assert.Equal("xunit.v3.assert=3.2.2", Properties(project)["PkcePackageVersions"]);
    }

    [Fact]
    public async Task Settings_files_are_handed_to_the_compiler_and_output_is_not()
    {
        using var project = new ConsoleProject(feed);
        project.Write("appsettings.json", "{}");
        project.Write("config/appsettings.Production.json", "{}");
        project.Write("other.json", "{}");
        project.Write("bin/Debug/appsettings.json", "{}");
        await BuildAsync(project);
        var items = (await project.DotnetAsync("msbuild", "-getItem:AdditionalFiles")).Succeeded();
        using var json = System.Text.Json.JsonDocument.Parse(items.Output);
        var files = json.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(f => f.GetProperty("Identity").GetString()!.Replace('\\', '/'));
        Assert.Equal(["appsettings.json", "config/appsettings.Production.json"], files.Order(StringComparer.Ordinal));
    }

    static async Task<CommandResult> BuildAsync(ConsoleProject project) => (await project.BuildAsync()).Succeeded();

    static Dictionary<string, string> Properties(ConsoleProject project)
    {
        var generated = Directory.GetFiles(project["obj"], "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single();
        return File.ReadLines(generated).Where(l => l.StartsWith("build_property.")).Select(l => l["build_property.".Length..].Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(p => p[0], p => p[1]);
    }
}

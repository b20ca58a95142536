using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What is read from project files, without MSBuild.</summary>
public sealed class ProjectTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "A.cs Sub/B.cs")]
    [InlineData("<ItemGroup><Compile Remove=\"Sub\\**\" /></ItemGroup>", "A.cs")]
    [InlineData("<ItemGroup><Compile Remove=\"**/*.cs\" /><Compile Include=\"sub\\b.CS\" /></ItemGroup>", "Sub/B.cs")]
    [InlineData("<PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup>", "")]
    [InlineData("<ItemGroup><Compile Include=\"..\\Shared\\**\\*.cs\" Exclude=\"..\\Shared\\Not?.cs\" /></ItemGroup>", "A.cs Sub/B.cs ../Shared/Deep/D.cs ../Shared/S.cs")]
    [InlineData("<ItemGroup Condition=\"'$(OS)' == 'Never' and '$(Missing)' == ''\"><Compile Remove=\"A.cs\" /></ItemGroup>", "A.cs Sub/B.cs")]
    [InlineData("<ItemGroup Condition=\"!('$(Missing)' != '' or Exists('Nothing.cs'))\"><Compile Remove=\"A.cs\" /></ItemGroup>", "Sub/B.cs")]
    [InlineData("<Choose><When Condition=\"false\" /><Otherwise><ItemGroup><Compile Remove=\"A.cs\" /></ItemGroup></Otherwise></Choose>", "Sub/B.cs")]
    [InlineData("<Import Project=\"..\\Shared\\Shared.projitems\" />", "A.cs Sub/B.cs ../Shared/S.cs")]
    [InlineData("<ItemGroup><Compile Include=\"$(Undefined)/**/*.cs\" /></ItemGroup>", "A.cs Sub/B.cs")]
    public void Sources_are_those_that_a_build_would_compile(string body, string sources)
    {
        foreach (var file in new[] { "App/A.cs", "App/Sub/B.cs", "App/obj/G.cs", "App/Nested/N.cs", "Shared/S.cs", "Shared/NotT.cs", "Shared/Deep/D.cs" })
            _folder.Write(file, "");
        _folder.Write("App/Nested/Nested.csproj", Pkce.Library);
        _folder.Write("Shared/Shared.projitems", """<Project><ItemGroup><Compile Include="$(MSBuildThisFileDirectory)S.cs" /></ItemGroup></Project>""");
        var project = Project(Pkce.Library.Replace("</Project>", body + "</Project>"));
        Assert.Equal(sources, string.Join(' ', project.Sources().Select(s => Path.GetRelativePath(project.Folder, s).Replace('\\', '/'))));
    }

    [Fact]
    public void A_project_of_the_old_form_compiles_what_it_lists()
    {
        _folder.Write("App/A.cs", "");
        _folder.Write("App/B.cs", "");
        _folder.Write("App/packages.config", """<packages><package id="IdentityModel" version="3.10.10" targetFramework="net472" /></packages>""");
        var project = Project("""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <PropertyGroup>
                <OutputType>WinExe</OutputType>
                <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
              </PropertyGroup>
              <PropertyGroup Condition=" '$(Configuration)|$(Platform)' == 'Debug|AnyCPU' ">
                <DefineConstants>DEBUG;LEGACY</DefineConstants>
              </PropertyGroup>
              <ItemGroup><Compile Include="A.cs" /></ItemGroup>
            </Project>
            """);
        Assert.Equal(["A.cs"], project.Sources().Select(Path.GetFileName));
        Assert.Equal("net472", project.TargetFramework.Moniker);
        Assert.True(project.IsExecutable);
        Assert.Contains("LEGACY", project.PreprocessorSymbols);
        Assert.Contains("NET472", project.PreprocessorSymbols);
        Assert.Contains("NET461_OR_GREATER", project.PreprocessorSymbols);
        Assert.DoesNotContain("NET48_OR_GREATER", project.PreprocessorSymbols);
        Assert.Equal([("IdentityModel", "3.10.10")], project.PackageReferences());
    }

    [Fact]
    public void Of_several_frameworks_the_newest_without_a_platform_counts()
    {
        var project = Project("""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>netstandard2.0;net8.0;net10.0-android;net10.0;net48</TargetFrameworks></PropertyGroup>
              <PropertyGroup Condition="'$(TargetFramework)' == 'net10.0'"><DefineConstants>$(DefineConstants);NEWEST</DefineConstants></PropertyGroup>
              <PropertyGroup Condition="$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net11.0'))"><DefineConstants>$(DefineConstants);FUTURE</DefineConstants></PropertyGroup>
            </Project>
            """);
        Assert.Equal("net10.0", project.TargetFramework.Moniker);
        Assert.Contains("NEWEST", project.PreprocessorSymbols);
        Assert.DoesNotContain("FUTURE", project.PreprocessorSymbols);
        Assert.Contains("NET8_0_OR_GREATER", project.PreprocessorSymbols);
        Assert.DoesNotContain("ANDROID", project.PreprocessorSymbols);
    }

    [Fact]
    public void Versions_come_from_the_reference_the_central_file_or_an_override()
    {
        _folder.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><IdentityVersion>7.0.4</IdentityVersion></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Central" Version="$(IdentityVersion)" />
                <PackageVersion Include="Overridden" Version="1.0.0" />
                <GlobalPackageReference Include="Everywhere" Version="[2.5.0,3.0.0)" />
              </ItemGroup>
            </Project>
            """);
        var project = Project(Pkce.Library.Replace("</Project>", """
            <ItemGroup>
              <PackageReference Include="Central" />
              <PackageReference Include="Overridden" VersionOverride="1.2.0" />
              <PackageReference Include="Own"><Version>8.0.*</Version></PackageReference>
              <PackageReference Include="Unknown" />
            </ItemGroup></Project>
            """));
        Assert.Equal(
            [("Central", "7.0.4"), ("Everywhere", "2.5.0"), ("Overridden", "1.2.0"), ("Own", "8.0.0"), ("Unknown", "")],
            project.PackageReferences());
        Assert.Equal("Central=7.0.4|Everywhere=2.5.0|Overridden=1.2.0|Own=8.0.0", Option(Compiled(), "PkcePackageVersions"));
    }

    [Fact]
    public void The_nearest_shared_properties_apply_and_can_import_the_next()
    {
        _folder.Write("Directory.Build.props", "<Project><PropertyGroup><DefineConstants>OUTER</DefineConstants></PropertyGroup></Project>");
        _folder.Write("App/Directory.Build.props", """
            <Project>
              <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
              <PropertyGroup><DefineConstants>$(DefineConstants);INNER</DefineConstants></PropertyGroup>
            </Project>
            """);
        Assert.Superset(new HashSet<string>(["OUTER", "INNER"]), Project(Pkce.Library).PreprocessorSymbols.ToHashSet());
    }

    [Fact]
    public void Analyzers_are_told_what_a_build_would_tell_them()
    {
        _folder.Write("App/A.cs", "");
        Project(Pkce.Library.Replace("</Project>", """<ItemGroup><PackageReference Include="xunit.v3" Version="3.2.2" /></ItemGroup></Project>"""));
        var compiled = Compiled();
        Assert.Equal("match", Option(compiled, "PkceUnresolvedTypes"));
        Assert.Equal("net10.0", Option(compiled, "TargetFramework"));
        Assert.Equal("true", Option(compiled, "IsTestProject"));
        Assert.Equal("xunit.v3=3.2.2", Option(compiled, "PkcePackageVersions"));
    }

    [Fact]
    public void A_web_project_with_implicit_usings_and_nullable_compiles_without_restore()
    {
        _folder.Write("App/Program.cs", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (HttpContext context, ILogger<Program> log) => Results.Ok(new List<string?> { context.Request.Path }));
            await app.RunAsync(CancellationToken.None);
            #if !NET10_0_OR_GREATER
            #error
            #endif
            """);
        Project("""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
            </Project>
            """);
        Assert.Empty(Errors(Compiled()));
    }

    [Fact]
    public void References_between_projects_resolve_also_in_a_cycle()
    {
        _folder.Write("App/A.cs", "class A { Lib.B b = new(); }");
        Project(Pkce.Library.Replace("</Project>", """<ItemGroup><ProjectReference Include="..\Lib\Lib.csproj" /></ItemGroup></Project>"""));
        _folder.Write("Lib/B.cs", "namespace Lib; class B;");
        _folder.Write("Lib/Lib.csproj", Pkce.Library.Replace("</Project>", """
            <ItemGroup><ProjectReference Include="..\App\App.csproj" /><InternalsVisibleTo Include="App" /></ItemGroup></Project>
            """));
        Assert.Empty(Errors(Compiled()));
    }

    [Fact]
    public void A_restored_project_is_compiled_with_its_packages()
    {
        var library = CSharpCompilation.Create("Thing", [CSharpSyntaxTree.ParseText("namespace Things; public class Thing;")],
            FrameworkReferences.All.Values, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.True(library.Emit(assembly).Success);
        _folder.Write("packages/things/2.1.0/lib/net8.0/Thing.dll", assembly.ToArray());
        _folder.Write("App/obj/project.assets.json", $$"""
            {
              "version": 3,
              "targets": { "net10.0": { "Things/2.1.0": { "type": "package", "compile": { "lib/net8.0/Thing.dll": {} } }, "Other/1.0.0": { "type": "project" } } },
              "libraries": { "Things/2.1.0": { "type": "package", "path": "things/2.1.0" } },
              "packageFolders": { {{System.Text.Json.JsonSerializer.Serialize(_folder["packages"])}}: {} }
            }
            """);
        _folder.Write("App/A.cs", "class A { Things.Thing thing = new(); }");
        Project(Pkce.Library.Replace("</Project>", """<ItemGroup><PackageReference Include="Things" Version="2.*" /></ItemGroup></Project>"""));
        var compiled = Compiled();
        Assert.Empty(Errors(compiled));
        Assert.Equal("Things=2.1.0", Option(compiled, "PkcePackageVersions"));
    }

    ProjectFile Project(string text) => new(new FileTree(_folder.Path), _folder.Write("App/App.csproj", text));

    CompiledGroup Compiled()
    {
        if (!File.Exists(_folder["App/A.cs"]) && !File.Exists(_folder["App/Program.cs"]))
            _folder.Write("App/A.cs", "");
        var problems = new Problems(TextWriter.Null);
        var compiler = new Compiler(problems);
        var compiled = CodeBase.OpenAsync([_folder["App/App.csproj"]], problems, default).GetAwaiter().GetResult().Select(g => compiler.Compile(g, default)).ToList();
        Assert.False(problems.HaveErrors);
        return compiled.Single(c => c.Group.IsScanned);
    }

    static IEnumerable<Diagnostic> Errors(CompiledGroup compiled) => compiled.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    static string? Option(CompiledGroup compiled, string property) =>
        compiled.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + property, out var value) ? value : null;
}

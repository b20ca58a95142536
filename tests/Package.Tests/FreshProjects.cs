namespace PkceAnalyzers.Package.Tests;

/// <summary>
/// A repository of new projects of many kinds, made by <c>dotnet new</c>, that installs the package once, in its
/// Directory.Build.props. Each C# project has a login without PKCE. Built once, then repaired and built again.
/// </summary>
public sealed class FreshProjects(PackageFeed feed) : IAsyncLifetime
{
    /// <summary>A client without PKCE, in any C#.</summary>
    internal const string Login = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Login
        {
            public async Task<string> RunAsync(HttpClient http, Func<string, Task<string>> receiveCode, string state)
            {
                var code = await receiveCode(
                    "https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=http%3A%2F%2F127.0.0.1%3A7890%2F&state=" + state);
                var form = new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["client_id"] = "app",
                    ["code"] = code,
                    ["redirect_uri"] = "http://127.0.0.1:7890/",
                };
                var response = await http.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
                return await response.Content.ReadAsStringAsync();
            }
        }
        """;

    readonly TemporaryFolder _folder = new();

    /// <summary>The projects that hold <c>Login.cs</c>.</summary>
    public static TheoryData<string> WithLogin =>
        ["Console", "Library", "WebApi", "RazorPages", "Blazor", "Service", "MultiTargeted", "Central"];

    internal CommandResult Build { get; private set; } = null!;

    internal CommandResult Format { get; private set; } = null!;

    internal CommandResult BuildAfterFormat { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        feed.UseIn(_folder);
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup Condition="'$(MSBuildProjectName)' != 'Central'">
                <PackageReference Include="PkceAnalyzers" Version="{feed.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        await NewAsync("console", "Console");
        await NewAsync("classlib", "Library", "-f", "netstandard2.0");
        await NewAsync("webapi", "WebApi", "--no-openapi");
        await NewAsync("webapp", "RazorPages");
        await NewAsync("blazor", "Blazor");
        await NewAsync("worker", "Service");
        await NewAsync("classlib", "MultiTargeted");
        await NewAsync("console", "Central");
        await NewAsync("classlib", "FSharp", "-lang", "F#");
        foreach (var project in WithLogin)
            _folder.Write($"{project.Data}/Login.cs", Login);

        Edit("MultiTargeted/MultiTargeted.csproj", "<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>");
        Edit("Central/Central.csproj", "</Project>", "<ItemGroup><PackageReference Include=\"PkceAnalyzers\" /></ItemGroup></Project>");
        _folder.Write("Central/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="PkceAnalyzers" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        Edit("Console/Console.csproj", "</Project>", "<ItemGroup><ProjectReference Include=\"../FSharp/FSharp.fsproj\" /></ItemGroup></Project>");
        _folder.Write("Blazor/Components/Pages/SignIn.razor", """
            @page "/sign-in"

            <a href="@Url">Sign in</a>
            <a href="https://login.example.com/authorize?response_type=code&client_id=@Client&redirect_uri=https%3A%2F%2Fapp.example%2F">Sign in</a>
            <a href="https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F">Sign in</a>

            @code {
                string Client => "app";
                string Url => "https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F";
            }
            """);
        _folder.Write("RazorPages/Pages/SignIn.cshtml", """
            @page
            @{
                var url = "https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F";
            }
            <a href="@url">Sign in</a>
            <a href="https://login.example.com/authorize?response_type=code&client_id=@url.Length&redirect_uri=https%3A%2F%2Fapp.example%2F">Sign in</a>
            <a href="https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F">Sign in</a>
            """);
        _folder.Write("All.slnx", $"<Solution>{string.Concat(Directory.EnumerateFiles(_folder.Path, "*.*proj", SearchOption.AllDirectories)
            .Select(project => $"<Project Path=\"{Path.GetRelativePath(_folder.Path, project)}\" />"))}</Solution>");

        _folder.Write("WebApi/appsettings.json", """
            {
              "Authentication": {
                "Schemes": {
                  "OpenIdConnect": {
                    "Authority": "https://login.example.com",
                    "UsePkce": false
                  }
                }
              }
            }
            """);
        Build = await DotnetAsync("build", "All.slnx", "--nologo");
        Format = await DotnetAsync("format", "analyzers", "All.slnx", "--no-restore", "--diagnostics", "PKCE1001");
        BuildAfterFormat = await DotnetAsync("build", "All.slnx", "--nologo", "--no-restore", "--no-incremental");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The findings of a build as <c>file(line) rule</c>, each once however often it is repeated.</summary>
    internal IEnumerable<string> Findings(CommandResult build) =>
        from line in build.Lines
        let match = System.Text.RegularExpressions.Regex.Match(line, @"^(?<file>.+)\((?<line>\d+),\d+\): (warning|error) (?<rule>PKCE\d{4}): ")
        where match.Success
        select $"{Path.GetRelativePath(_folder.Path, match.Groups["file"].Value).Replace('\\', '/')}({match.Groups["line"].Value}) {match.Groups["rule"].Value}" into finding
        group finding by finding into same
        orderby same.Key
        select same.Key;

    async Task NewAsync(string template, string name, params string[] arguments) =>
        (await DotnetAsync(["new", template, "-o", name, "--no-restore", .. arguments])).Succeeded();

    Task<CommandResult> DotnetAsync(params string[] arguments) => Command.DotnetAsync(_folder.Path, arguments);

    void Edit(string file, string old, string @new)
    {
        var text = File.ReadAllText(_folder[file]);
        Assert.Contains(old, text);
        _folder.Write(file, text.Replace(old, @new));
    }
}

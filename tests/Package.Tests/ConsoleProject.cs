namespace PkceAnalyzers.Package.Tests;

/// <summary>A console program that installs the package in its project file.</summary>
sealed class ConsoleProject : IDisposable
{
    readonly TemporaryFolder _folder = new();

    /// <param name="items">More items of the project file, or the reference to the package if it is to be another.</param>
    public ConsoleProject(PackageFeed feed, string properties = "", string? items = null)
    {
        feed.UseIn(_folder);
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items ?? $"""<PackageReference Include="PkceAnalyzers" Version="{feed.Version}" PrivateAssets="all" />"""}
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", """
            var client = args[0];
            Console.WriteLine($"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid");
            Console.WriteLine($"https://as.example/authorize?response_type=token&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid");
            """);
    }

    public string this[string relative] => _folder[relative];

    public void Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>Builds all of it, whatever was built before.</summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        DotnetAsync(["build", "--nologo", "--no-incremental", "--disable-build-servers", "-p:NuGetAudit=false", .. arguments]);

    public Task<CommandResult> DotnetAsync(params string[] arguments) => Command.DotnetAsync(_folder.Path, arguments);

    public Task<CommandResult> BashAsync(string command) => Command.RunAsync(_folder.Path, "bash", "-e", "-o", "pipefail", "-c", command);

    /// <summary>The findings of a build, such as <c>warning PKCE1001</c>, in the order of their ids.</summary>
    public static IEnumerable<string> Findings(CommandResult build) => build.Lines
        .Select(line => System.Text.RegularExpressions.Regex.Match(line, @": (?<finding>(warning|error) PKCE\d{4}): ").Groups["finding"].Value)
        .Where(finding => finding.Length > 0).Distinct().OrderBy(finding => finding[^4..], StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}

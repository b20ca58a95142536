namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A copy of samples/DesktopLogin, driven by the commands that its developer would use.</summary>
sealed class DesktopLogin(string folder)
{
    /// <summary>The exit code of <see cref="VerifyFormatAsync"/> where there is something to repair.</summary>
    public const int WouldChange = 2;

    public Task<CommandResult> BuildAsync() => Dotnet("build", "-v", "q");

    /// <summary>Applies the fixes of all analyzers that the project references.</summary>
    public Task<CommandResult> FormatAsync() => Dotnet("format", "analyzers");

    /// <summary>Reports what <see cref="FormatAsync"/> would change; exit code 0 when that is nothing.</summary>
    public Task<CommandResult> VerifyFormatAsync() => Dotnet("format", "analyzers", "--verify-no-changes");

    public async Task AddProjectReferenceAsync(string project) =>
        (await Dotnet("add", "reference", project)).Succeeded();

    /// <summary>Installs a package from a folder feed, the only one that is asked.</summary>
    public async Task AddPackageAsync(string id, string version, string feed)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="feed" value="{feed}" />
              </packageSources>
            </configuration>
            """);
        (await Dotnet("add", "package", id, "--version", version)).Succeeded();
    }

    /// <summary>The text of each source file by its name.</summary>
    public Dictionary<string, string> ReadSources() =>
        Directory.EnumerateFiles(folder, "*.cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    /// <summary>Starts a login up to its authorization request, which waits for a browser.</summary>
    public async Task<Login> StartLoginAsync(AuthorizationServer server)
    {
        var program = Path.Combine(folder, "bin", "Debug", "net10.0", "DesktopLogin.dll");
        var command = Command.Start(folder, "dotnet", program, server.Issuer, server.ClientId, "--no-browser");
        return new Login(command, await command.WaitForLineAsync("http"));
    }

    Task<CommandResult> Dotnet(params string[] arguments) => Command.DotnetAsync(folder, arguments);
}

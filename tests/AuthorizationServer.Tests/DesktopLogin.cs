using System.Reflection;
using PkceAnalyzers.AuthorizationServerTests;

[assembly: AssemblyFixture(typeof(DesktopLogin))]

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>A copy of samples/DesktopLogin, repaired by the tool: the sample itself lacks PKCE, on purpose.</summary>
public sealed class DesktopLogin : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "DesktopLogin")))
            File.Copy(file, folder[Path.GetFileName(file)]);

        var configuration = typeof(DesktopLogin).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var tool = Path.Combine(Repository.Root, "src", "Tool", "bin", configuration, "net10.0", "pkce.dll");
        (await Command.DotnetAsync(folder.Path, tool, "fix", ".")).Succeeded();
        (await Command.DotnetAsync(folder.Path, "build", "-v", "q", "-o", folder["out"])).Succeeded();
    }

    /// <summary>Starts a login up to its authorization request, which waits for a browser.</summary>
    internal async Task<DesktopLoginRun> StartAsync(string issuer)
    {
        var command = Start(issuer);
        return new DesktopLoginRun(command, new Uri(await command.WaitForLineAsync("http")));
    }

    /// <summary>Starts a login that comes to no authorization request.</summary>
    internal async Task<CommandResult> RunAsync(string issuer)
    {
        await using var command = Start(issuer);
        return await command.WaitForExitAsync();
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    Command Start(string issuer) => Command.Start(folder.Path, "dotnet", folder["out/DesktopLogin.dll"], issuer, "desktop", "--no-browser");
}

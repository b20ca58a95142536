using PkceAnalyzers.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(AuthorizationServer))]

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The authorization server of <c>server/</c>: npm's oidc-provider, which requires PKCE with S256.</summary>
public sealed class AuthorizationServer : IAsyncLifetime
{
    const string Ready = "ready ";

    static readonly string Folder = Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "server");

    Command? server;

    /// <summary>The identifier of the one registered client: public, native, loopback redirect.</summary>
    public string ClientId => "desktop";

    public string Issuer { get; private set; } = "";

    public string AuthorizationEndpoint => $"{Issuer}/auth";

    public string TokenEndpoint => $"{Issuer}/token";

    public async ValueTask InitializeAsync()
    {
        await InstallAsync();
        server = Command.Start(Folder, "node", "server.js");
        Issuer = (await server.WaitForLineAsync(Ready))[Ready.Length..];
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Once per lock file: what is installed carries a copy of the lock file it was installed from.
    static async Task InstallAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var installed = Path.Combine(Folder, "node_modules", ".installed-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return;
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var result = await Command.RunAsync(Folder, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        result.EnsureSuccess();
        await File.WriteAllTextAsync(installed, wanted);
    }
}

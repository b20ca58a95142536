using PkceAnalyzers.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(AuthorizationServer))]

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The authorization server of <c>server/</c>: npm's oidc-provider, which requires PKCE with S256.</summary>
public sealed class AuthorizationServer : IAsyncLifetime
{
    const string Ready = "ready ";

    /// <summary>The identifier of the confidential client: a web program with a loopback redirect.</summary>
    public const string WebClientId = "web";

    /// <summary>Where the programs of Node are.</summary>
    internal static readonly string Folder = Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "server");

    readonly HttpClient http = new();
    Command? server;

    /// <summary>The identifier of the public client: native, loopback redirect.</summary>
    public string ClientId => "desktop";

    public string Issuer { get; private set; } = "";

    public string AuthorizationEndpoint => $"{Issuer}/auth";

    public async ValueTask InitializeAsync()
    {
        await InstallAsync();
        server = Command.Start(Folder, "node", "server.js");
        Issuer = (await server.WaitForLineAsync(Ready))[Ready.Length..];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>Makes a token request, as anyone can who has the code: the client is public.</summary>
    public Task<TokenEndpointResponse> RequestTokensAsync(string code, string redirectUri, string? verifier = null) =>
        TokenEndpointResponse.RequestAsync(http, $"{Issuer}/token", ClientId, code, redirectUri, verifier);

    // Once per lock file: what is installed carries a copy of the lock file it was installed from.
    static async Task InstallAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var installed = Path.Combine(Folder, "node_modules", ".installed-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
            return;

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var result = await Command.RunAsync(Folder, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        result.Succeeded();
        await File.WriteAllTextAsync(installed, wanted);
    }
}

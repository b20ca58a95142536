using PkceAnalyzers.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(AuthorizationServer))]

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The authorization server of <c>server/</c>: npm's oidc-provider, which requires PKCE with S256.</summary>
public sealed class AuthorizationServer : IAsyncLifetime
{
    const string Ready = "ready ";

    /// <summary>The identifier of the confidential client: a web program with a loopback redirect.</summary>
    public const string WebClientId = "web";

    readonly HttpClient http = new();
    Command? server;

    /// <summary>The identifier of the public client: native, loopback redirect.</summary>
    public string ClientId => "desktop";

    public string Issuer { get; private set; } = "";

    public string AuthorizationEndpoint => $"{Issuer}/auth";

    public async ValueTask InitializeAsync()
    {
        await NodePackages.InstallAsync();
        server = Command.Start(NodePackages.Folder, "node", "server.js");
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
}

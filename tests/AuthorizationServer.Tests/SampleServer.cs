using System.Reflection;
using System.Security.Cryptography;
using PkceAnalyzers.AuthorizationServerTests;

[assembly: AssemblyFixture(typeof(SampleServer))]

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>
/// samples/AuthorizationServer on a free port. Beside its own public client it has a confidential one that may omit
/// PKCE, without which no code could be had that is bound to no proof key.
/// </summary>
public sealed class SampleServer : IAsyncLifetime
{
    const string Listening = "      Now listening on: ";

    static readonly string Folder = Path.Combine(
        Repository.Root, "samples", "AuthorizationServer", "bin",
        typeof(SampleServer).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0");

    Command? server;

    public string Issuer { get; private set; } = "";

    internal RegisteredClient PublicClient { get; } = new("desktop", null, "http://127.0.0.1:50000/callback");

    internal RegisteredClient ConfidentialClient { get; } = new("web", RandomNumberGenerator.GetHexString(32), "https://web.example/callback");

    public async ValueTask InitializeAsync()
    {
        server = Command.Start(
            Folder, "dotnet", "AuthorizationServer.dll",
            "--urls", "http://127.0.0.1:0",
            "--Clients:1:ClientId", ConfidentialClient.Id,
            "--Clients:1:ClientSecret", ConfidentialClient.Secret!,
            "--Clients:1:RedirectUri", ConfidentialClient.RedirectUri,
            "--Clients:1:MayOmitPkce", "true");
        Issuer = (await server.WaitForLineAsync(Listening))[Listening.Length..];
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

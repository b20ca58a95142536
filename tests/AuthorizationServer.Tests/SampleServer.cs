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
    const int MostAttempts = 20;

    static readonly string Folder = Path.Combine(
        Repository.Root, "samples", "AuthorizationServer", "bin",
        typeof(SampleServer).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0");

    Command? server;

    public string Issuer { get; private set; } = "";

    internal RegisteredClient PublicClient { get; } = new("desktop", null, "http://127.0.0.1:50000/callback");

    internal RegisteredClient ConfidentialClient { get; } = new("web", RandomNumberGenerator.GetHexString(32), "https://web.example/callback");

    // The issuer is configured, so the port has to be chosen here; another program may have it.
    public async ValueTask InitializeAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            Issuer = $"http://127.0.0.1:{Random.Shared.Next(49152, 65536)}";
            server = Start(Issuer, Issuer);
            try
            {
                await server.WaitForLineAsync(Listening);
                return;
            }
            catch (InvalidOperationException) when (attempt < MostAttempts)
            {
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>Starts another one, with other settings.</summary>
    internal Command Start(string address, string issuer) => Command.Start(
        Folder, "dotnet", "AuthorizationServer.dll",
        "--urls", address,
        "--Issuer", issuer,
        "--Clients:1:ClientId", ConfidentialClient.Id,
        "--Clients:1:ClientSecret", ConfidentialClient.Secret!,
        "--Clients:1:RedirectUri", ConfidentialClient.RedirectUri,
        "--Clients:1:MayOmitPkce", "true");

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Web;
using Pkce;
using PkceAnalyzers.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(AttackersProvider))]

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A provider that an attacker runs: it gives tokens for every code, and keeps the code verifiers that it is sent.</summary>
public sealed class AttackersProvider : IAsyncLifetime
{
    readonly HttpListener listener = new();
    readonly ConcurrentBag<string> verifiers = [];
    Task serving = Task.CompletedTask;

    public string Issuer { get; } = $"http://127.0.0.1:{FreePort()}";

    public ValueTask InitializeAsync()
    {
        listener.Prefixes.Add($"{Issuer}/");
        listener.Start();
        serving = ServeAsync();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    /// <summary>Whether a token request brought the verifier of a challenge.</summary>
    internal bool HasVerifierOf(string? challenge) => verifiers.Any(verifier => CodeVerifier.IsWellFormed(verifier) && CodeChallenge.Create(verifier) == challenge);

    async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Stopped, or a client that went away.
            }
        }
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new StreamReader(context.Request.InputStream);
        if (HttpUtility.ParseQueryString(await body.ReadToEndAsync())["code_verifier"] is { } verifier)
            verifiers.Add(verifier);

        context.Response.ContentType = "application/json";
        context.Response.Close("""{"access_token":"token","token_type":"Bearer"}"""u8.ToArray(), willBlock: false);
    }

    static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

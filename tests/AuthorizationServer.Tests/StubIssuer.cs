using System.Net;
using System.Text;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>A server that publishes metadata at one address alone, and does nothing else.</summary>
sealed class StubIssuer : IAsyncDisposable
{
    readonly HttpListener listener;
    readonly Task answering;

    StubIssuer(HttpListener listener, string issuer, string path, Func<string, string> metadata)
    {
        this.listener = listener;
        Issuer = issuer;
        answering = AnswerAsync(path, metadata(issuer));
    }

    public string Issuer { get; }

    /// <summary>Listens on a free port; <paramref name="metadata"/> gets the issuer.</summary>
    public static StubIssuer Listen(string path, Func<string, string> metadata)
    {
        for (var attempt = 1; ; attempt++)
        {
            var issuer = $"http://127.0.0.1:{Random.Shared.Next(49152, 65536)}";
            var listener = new HttpListener { Prefixes = { $"{issuer}/" } };
            try
            {
                listener.Start();
                return new StubIssuer(listener, issuer, path, metadata);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Another program has this port.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await answering;
    }

    async Task AnswerAsync(string path, string metadata)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var isFound = context.Request.Url!.AbsolutePath == path;
                context.Response.StatusCode = isFound ? 200 : 404;
                context.Response.ContentType = "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(isFound ? metadata : ""), willBlock: false);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}

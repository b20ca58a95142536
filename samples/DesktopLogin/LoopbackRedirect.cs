using System.Net;
using System.Text;

namespace DesktopLogin;

/// <summary>Receives the redirect at a free port of the loopback interface (RFC 8252, section 7.3).</summary>
sealed class LoopbackRedirect : IDisposable
{
    readonly HttpListener listener;

    LoopbackRedirect(HttpListener listener, string origin)
    {
        this.listener = listener;
        Uri = $"{origin}/callback";
    }

    public string Uri { get; }

    public static LoopbackRedirect Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var origin = $"http://127.0.0.1:{Random.Shared.Next(49152, 65536)}";
            var listener = new HttpListener { Prefixes = { $"{origin}/" } };
            try
            {
                listener.Start();
                return new LoopbackRedirect(listener, origin);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Another program has this port.
            }
        }
    }

    public async Task<string> ReceiveCodeAsync(string state)
    {
        while (true)
        {
            var context = await listener.GetContextAsync();
            if (context.Request.Url?.AbsolutePath != "/callback")
            {
                // Browsers also ask for a favicon.
                context.Response.StatusCode = 404;
                context.Response.Close();
                continue;
            }

            var page = "<p>You can close this window and go back to the program.</p>";
            context.Response.ContentType = "text/html";
            context.Response.Close(Encoding.UTF8.GetBytes(page), willBlock: true);
            return ReadCode(context.Request, state);
        }
    }

    static string ReadCode(HttpListenerRequest request, string state)
    {
        var response = request.QueryString;
        if (response["state"] != state)
        {
            throw new OAuthException("The redirect does not belong to this login: its state is another.");
        }

        if (response["error"] is { } error)
        {
            throw new OAuthException($"{error}: {response["error_description"]}");
        }

        return response["code"] ?? throw new OAuthException("The redirect carries no authorization code.");
    }

    public void Dispose() => listener.Close();
}

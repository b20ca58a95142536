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

    /// <summary>The code of the login whose <paramref name="state"/> it is (RFC 6749, section 4.1.2). Any program and any page can send
    /// something here: what does not have the state is turned away, and the wait goes on.</summary>
    public async Task<string> ReceiveCodeAsync(AuthorizationServer server, string state)
    {
        while (true)
        {
            var context = await listener.GetContextAsync();
            var isResponse = context.Request.Url?.AbsolutePath == "/callback";
            if (!isResponse || ParameterOf(context.Request, "state") != state)
            {
                Answer(context, isResponse ? 400 : 404, "This is no response to the login that is under way.");
                continue;
            }

            Answer(context, 200, "You can close this window and go back to the program.");
            return ReadCode(context.Request, server);
        }
    }

    static string ReadCode(HttpListenerRequest response, AuthorizationServer server)
    {
        // The response of another server must not bring its code to this one's token endpoint: a mix-up (RFC 9207, section 2.4).
        var issuer = ParameterOf(response, "iss");
        if (issuer is null ? server.SendsIssuer : issuer != server.Issuer)
        {
            throw new OAuthException($"The response is not of {server.Issuer}, but of {issuer ?? "an issuer that it does not name"}.");
        }

        if (ParameterOf(response, "error") is { } error)
        {
            throw new OAuthException($"{error}: {ParameterOf(response, "error_description")}");
        }

        return ParameterOf(response, "code") ?? throw new OAuthException("The redirect carries no authorization code.");
    }

    /// <summary>Null where it is missing, and where it is there more than once (RFC 6749, section 3.1).</summary>
    static string? ParameterOf(HttpListenerRequest response, string name) =>
        response.QueryString.GetValues(name) is [var value] ? value : null;

    // The texts are fixed: nothing of a request comes into the page.
    static void Answer(HttpListenerContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: true);
    }

    public void Dispose() => listener.Close();
}

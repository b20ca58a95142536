using System.Net;

namespace Left;

/// <summary>A handler of HttpListener that answers both URLs, each request in a run of its own.</summary>
class ListenerLogin
{
    private readonly HttpClient _http = new();

    public async Task ListenAsync(HttpListener listener)
    {
        while (listener.IsListening)
            await AnswerAsync(await listener.GetContextAsync());
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (context.Request.Url?.AbsolutePath == "/listener")
            context.Response.Redirect("http://127.0.0.1/auth?response_type=code&client_id=listener&redirect_uri=http://127.0.0.1/listener/callback");

        if (context.Request.QueryString["code"] is { } code)
        {
            await _http.PostAsync("http://127.0.0.1/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = "listener",
                ["redirect_uri"] = "http://127.0.0.1/listener/callback",
                ["code"] = code,
            }));
        }
    }
}

using DesktopLogin;

namespace Desktop;

/// <summary>Everything in one method: an interpolated string, and a dictionary as a form.</summary>
static class ConsoleLogin
{
    public static async Task<TokenResponse> RunAsync(HttpClient http, AuthorizationServer server, string clientId, LoopbackRedirect redirect)
    {
        var state = Guid.NewGuid().ToString("N");
        // The user opens it.
        Console.WriteLine($"{server.AuthorizationEndpoint}?response_type=code&client_id={clientId}&redirect_uri={Uri.EscapeDataString(redirect.Uri)}&scope=openid&state={state}");

        var code = await redirect.ReceiveCodeAsync(server, state);
        var response = await http.PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            { "grant_type", "authorization_code" },
            { "client_id", clientId },
            { "redirect_uri", redirect.Uri },
            { "code", code },
        }));
        return await Tokens.ReadAsync(response);
    }
}

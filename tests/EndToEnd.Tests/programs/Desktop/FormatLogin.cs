using DesktopLogin;

namespace Desktop;

/// <summary>Static methods and their caller: formats with numbered holes.</summary>
static class FormatLogin
{
    const string AuthorizationFormat = "{0}?response_type=code&client_id={1}&redirect_uri={2}&scope=openid&state={3}";

    public static async Task<TokenResponse> RunAsync(HttpClient http, AuthorizationServer server, string clientId, LoopbackRedirect redirect)
    {
        var state = Guid.NewGuid().ToString("N");
        Console.WriteLine(AuthorizationUrl(server, clientId, redirect.Uri, state));
        return await RedeemAsync(http, server, clientId, redirect.Uri, await redirect.ReceiveCodeAsync(server, state));
    }

    static string AuthorizationUrl(AuthorizationServer server, string clientId, string redirectUri, string state) =>
        string.Format(AuthorizationFormat, server.AuthorizationEndpoint, clientId, Uri.EscapeDataString(redirectUri), state);

    static async Task<TokenResponse> RedeemAsync(HttpClient http, AuthorizationServer server, string clientId, string redirectUri, string code)
    {
        var body = string.Format("grant_type=authorization_code&client_id={0}&redirect_uri={1}&code={2}", clientId, Uri.EscapeDataString(redirectUri), code);
        var request = new HttpRequestMessage(HttpMethod.Post, server.TokenEndpoint)
        {
            Content = new StringContent(body, null, "application/x-www-form-urlencoded"),
        };
        return await Tokens.ReadAsync(await http.SendAsync(request));
    }
}

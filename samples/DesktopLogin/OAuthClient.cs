using System.Net.Http.Json;

namespace DesktopLogin;

/// <summary>The two requests of the authorization code grant (RFC 6749, section 4.1), as a public client.</summary>
sealed class OAuthClient
{
    readonly HttpClient http;
    readonly AuthorizationServer server;
    readonly string clientId;
    readonly string redirectUri;

    public OAuthClient(HttpClient http, AuthorizationServer server, string clientId, string redirectUri)
    {
        this.http = http;
        this.server = server;
        this.clientId = clientId;
        this.redirectUri = redirectUri;
    }

    public string CreateAuthorizationUrl(string state)
    {
        return $"{server.AuthorizationEndpoint}?response_type=code&client_id={Uri.EscapeDataString(clientId)}" +
            $"&redirect_uri={Uri.EscapeDataString(redirectUri)}&scope=openid&state={state}";
    }

    public async Task<TokenResponse> RequestTokensAsync(string code)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = clientId,
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
        };
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(server.TokenEndpoint, content);
        if (!response.IsSuccessStatusCode)
        {
            var error = await response.Content.ReadFromJsonAsync<ErrorResponse>();
            throw new OAuthException($"{error?.Error}: {error?.Description}");
        }

        return (await response.Content.ReadFromJsonAsync<TokenResponse>())!;
    }
}

using DesktopLogin;
using Flurl;
using Flurl.Http;

namespace Desktop;

/// <summary>Flurl's calls, and an anonymous object as a form.</summary>
sealed class FlurlLogin(AuthorizationServer server, string clientId, string redirectUri) : IDesktopClient
{
    public string CreateAuthorizationUrl(string state) => server.AuthorizationEndpoint
        .SetQueryParam("response_type", "code")
        .SetQueryParam("client_id", clientId)
        .SetQueryParam("redirect_uri", redirectUri)
        .SetQueryParam("scope", "openid")
        .SetQueryParam("state", state);

    public async Task<TokenResponse> RequestTokensAsync(string code)
    {
        var response = await server.TokenEndpoint.AllowAnyHttpStatus().PostUrlEncodedAsync(new
        {
            grant_type = "authorization_code",
            client_id = clientId,
            redirect_uri = redirectUri,
            code,
        });
        return Tokens.Read(await response.GetStringAsync());
    }
}

using DesktopLogin;
using RestSharp;

namespace Desktop;

/// <summary>RestSharp's calls, as statements and as a chain.</summary>
sealed class RestSharpLogin(AuthorizationServer server, string clientId, string redirectUri) : IDesktopClient
{
    private readonly RestClient client = new();

    public string CreateAuthorizationUrl(string state)
    {
        var request = new RestRequest(server.AuthorizationEndpoint);
        request.AddQueryParameter("response_type", "code");
        request.AddQueryParameter("client_id", clientId);
        request.AddQueryParameter("redirect_uri", redirectUri);
        request.AddQueryParameter("scope", "openid");
        request.AddQueryParameter("state", state);
        return client.BuildUri(request).AbsoluteUri;
    }

    public async Task<TokenResponse> RequestTokensAsync(string code)
    {
        var request = new RestRequest(server.TokenEndpoint, Method.Post)
            .AddParameter("grant_type", "authorization_code")
            .AddParameter("client_id", clientId)
            .AddParameter("redirect_uri", redirectUri)
            .AddParameter("code", code);
        var response = await client.ExecuteAsync(request);
        return Tokens.Read(response.Content ?? "");
    }
}

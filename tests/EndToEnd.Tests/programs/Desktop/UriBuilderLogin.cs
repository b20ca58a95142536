using System.Web;
using DesktopLogin;

namespace Desktop;

/// <summary>A UriBuilder with a parsed query, and another as a form.</summary>
sealed class UriBuilderLogin(HttpClient http, AuthorizationServer server, string clientId, string redirectUri) : IDesktopClient
{
    public string CreateAuthorizationUrl(string state)
    {
        var builder = new UriBuilder(server.AuthorizationEndpoint);
        var query = HttpUtility.ParseQueryString(builder.Query);
        query["response_type"] = "code";
        query["client_id"] = clientId;
        query["redirect_uri"] = redirectUri;
        query["scope"] = "openid";
        query["state"] = state;
        builder.Query = query.ToString();
        return builder.Uri.AbsoluteUri;
    }

    public async Task<TokenResponse> RequestTokensAsync(string code)
    {
        var form = HttpUtility.ParseQueryString("");
        form.Add("grant_type", "authorization_code");
        form.Add("client_id", clientId);
        form.Add("redirect_uri", redirectUri);
        form.Add("code", code);
        using var content = new StringContent(form.ToString()!, null, "application/x-www-form-urlencoded");
        return await Tokens.ReadAsync(await http.PostAsync(server.TokenEndpoint, content));
    }
}

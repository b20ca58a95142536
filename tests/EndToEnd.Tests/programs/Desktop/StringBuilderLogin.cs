using System.Text;
using DesktopLogin;

namespace Desktop;

/// <summary>A StringBuilder, and pairs as a form.</summary>
sealed class StringBuilderLogin(HttpClient http, AuthorizationServer server, string clientId, string redirectUri) : IDesktopClient
{
    public string CreateAuthorizationUrl(string state)
    {
        var url = new StringBuilder(server.AuthorizationEndpoint);
        url.Append("?response_type=code");
        url.Append("&client_id=").Append(clientId);
        url.Append("&scope=openid");
        url.AppendFormat("&state={0}", state);
        url.Append("&redirect_uri=").Append(Uri.EscapeDataString(redirectUri));
        return url.ToString();
    }

    public async Task<TokenResponse> RequestTokensAsync(string code)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        pairs.Add(new KeyValuePair<string, string>("grant_type", "authorization_code"));
        pairs.Add(new KeyValuePair<string, string>("client_id", clientId));
        pairs.Add(new KeyValuePair<string, string>("redirect_uri", redirectUri));
        pairs.Add(new KeyValuePair<string, string>("code", code));
        return await Tokens.ReadAsync(await http.PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(pairs)));
    }
}

using Web;

namespace Cookies;

/// <summary>The requests of the endpoints in Program.cs: the program registers it in several ways, and makes one by itself.</summary>
public class SharedLogin(HttpClient http, Server server) : ILogin
{
    public string AuthorizationUrl(string redirectUri) =>
        $"{server.AuthorizationEndpoint}?response_type=code&client_id={server.Client}&scope=openid&redirect_uri={Uri.EscapeDataString(redirectUri)}";

    public async Task<string> RedeemAsync(string code, string redirectUri)
    {
        var response = await http.PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = server.Client,
            ["client_secret"] = "secret",
            ["redirect_uri"] = redirectUri,
            ["code"] = code,
        }));
        return await Tokens.ReadAsync(response);
    }
}

using System.Text;

namespace Web;

/// <summary>The requests of <see cref="ServiceController"/>.</summary>
public class LoginService(HttpClient http, Server server) : ILoginService
{
    public string AuthorizationUrl(string redirectUri) =>
        $"{server.AuthorizationEndpoint}?response_type=code&client_id={server.Client}&scope=openid&redirect_uri={Uri.EscapeDataString(redirectUri)}";

    public async Task<string> RedeemAsync(string code, string redirectUri, CancellationToken cancellationToken = default)
    {
        var body = $"grant_type=authorization_code&client_id={server.Client}&client_secret=secret&code={code}&redirect_uri={Uri.EscapeDataString(redirectUri)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, server.TokenEndpoint);
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.SendAsync(request, cancellationToken);
        return await Tokens.ReadAsync(response);
    }
}

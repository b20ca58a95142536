using System.Text;

namespace Library;

/// <summary>The requests of the authorization code grant. Nothing is kept between the two: that is up to the caller.</summary>
public static class OAuthRequests
{
    /// <summary>Where to send the user.</summary>
    /// <param name="endpoint">The authorization endpoint.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="redirectUri">Where the code is sent.</param>
    /// <param name="state">Comes back with the code.</param>
    public static string AuthorizationUrl(string endpoint, string clientId, string redirectUri, string state)
    {
        var query = new RequestBuilder()
            .With("response_type", "code")
            .With("client_id", clientId)
            .With("redirect_uri", redirectUri)
            .With("scope", "openid")
            .With("state", state);
        return endpoint + "?" + query.Build();
    }

    /// <summary>Redeems a code.</summary>
    public static async Task<string> RedeemAsync(HttpClient http, string endpoint, string clientId, string redirectUri, string code)
    {
        var form = new RequestBuilder();
        form.With("grant_type", "authorization_code");
        form.With("client_id", clientId);
        form.With("redirect_uri", redirectUri);
        form.With("code", code);
        using var content = new StringContent(form.Build(), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(endpoint, content);
        return await response.Content.ReadAsStringAsync();
    }
}

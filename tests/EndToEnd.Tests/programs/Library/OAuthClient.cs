namespace Library;

/// <summary>The two requests of the authorization code grant.</summary>
public sealed class OAuthClient
{
    private readonly HttpClient _http;
    private readonly string _clientId;
    private readonly string _redirectUri;

    /// <summary>Makes a client of one login.</summary>
    public OAuthClient(HttpClient http, string clientId, string redirectUri)
    {
        _http = http;
        _clientId = clientId;
        _redirectUri = redirectUri;
    }

    /// <summary>Where to send the user.</summary>
    public string CreateAuthorizationUrl(string endpoint, string state) => new RequestBuilder()
        .With("response_type", "code")
        .With("client_id", _clientId)
        .With("redirect_uri", _redirectUri)
        .With("scope", "openid")
        .With("state", state)
        .ToUrl(endpoint);

    /// <summary>Redeems a code; returns the server's answer.</summary>
    public async Task<string> RedeemAsync(string endpoint, string code)
    {
        var request = new RequestBuilder();
        request.With("grant_type", "authorization_code");
        request.With("client_id", _clientId);
        request.With("redirect_uri", _redirectUri);
        request.With("code", code);
        using var form = request.ToForm();
        using var response = await _http.PostAsync(endpoint, form);
        return await response.Content.ReadAsStringAsync();
    }
}

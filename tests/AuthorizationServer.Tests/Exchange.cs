using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Web;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>The requests of an exchange, made by hand so that each can be made wrong.</summary>
sealed class Exchange(SampleServer server) : IDisposable
{
    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>Sends an authorization request and returns the parameters of the authorization response.</summary>
    public async Task<Dictionary<string, string>> AuthorizeAsync(RegisteredClient client, params IEnumerable<(string Name, string Value)> more)
    {
        var parameters = more.Prepend(("redirect_uri", client.RedirectUri)).Prepend(("client_id", client.Id)).Prepend(("response_type", "code"));
        var query = string.Join('&', parameters.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
        using var response = await http.GetAsync($"{server.Issuer}/authorize?{query}");

        var location = response.Headers.Location ?? throw new InvalidOperationException($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        Assert.StartsWith(client.RedirectUri + "?", location.OriginalString);
        var values = HttpUtility.ParseQueryString(location.Query);
        return values.AllKeys.ToDictionary(key => key!, key => values[key]!);
    }

    /// <summary>Sends an authorization request that is right and returns the code.</summary>
    public async Task<string> ObtainCodeAsync(RegisteredClient client, params IEnumerable<(string Name, string Value)> more)
    {
        var response = await AuthorizeAsync(client, more);
        Assert.False(response.ContainsKey("error"), response.GetValueOrDefault("error_description"));
        return response["code"];
    }

    public async Task<TokenResponse> RequestTokensAsync(RegisteredClient client, string code, string? codeVerifier, string? redirectUri = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = client.Id,
            ["redirect_uri"] = redirectUri ?? client.RedirectUri,
            ["code"] = code,
        };
        if (client.Secret is not null)
            form["client_secret"] = client.Secret;
        if (codeVerifier is not null)
            form["code_verifier"] = codeVerifier;

        return await RequestTokensAsync(new FormUrlEncodedContent(form));
    }

    /// <summary>Sends a token request of any form.</summary>
    public async Task<TokenResponse> RequestTokensAsync(HttpContent content)
    {
        using var response = await http.PostAsync($"{server.Issuer}/token", content);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return new TokenResponse(response.StatusCode, TextOf("access_token"), TextOf("error"));

        string? TextOf(string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Whether the server's protected resource takes the access token.</summary>
    public async Task<bool> IsAcceptedAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Issuer}/userinfo");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await http.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => http.Dispose();
}

using System.Net;
using System.Text.Json;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A token response or an error response; the detail says which of the server's checks refused.</summary>
public sealed record TokenEndpointResponse(HttpStatusCode Status, JsonElement Body, string Detail)
{
    /// <summary>What a token endpoint answers to a public client's token request.</summary>
    internal static async Task<TokenEndpointResponse> RequestAsync(
        HttpClient http, string tokenEndpoint, string clientId, string code, string redirectUri, string? verifier)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = clientId,
            ["redirect_uri"] = redirectUri,
            ["code"] = code,
        };
        if (verifier is not null)
            form["code_verifier"] = verifier;

        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(tokenEndpoint, content);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var detail = response.Headers.TryGetValues("Error-Detail", out var details) ? details.Single() : "";
        return new TokenEndpointResponse(response.StatusCode, body, detail);
    }

    /// <summary>Fails unless the code was refused by the check that <paramref name="detail"/> names.</summary>
    internal void AssertRefused(string detail)
    {
        Assert.Equal(HttpStatusCode.BadRequest, Status);
        Assert.Equal("invalid_grant", Body.GetProperty("error").GetString());
        Assert.False(Body.TryGetProperty("access_token", out _));
        Assert.Equal(detail, Detail);
    }
}

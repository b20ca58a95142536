using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace DesktopLogin;

/// <summary>What the program uses of an authorization server's metadata (RFC 8414, section 2; RFC 9207, section 3).</summary>
sealed record AuthorizationServer(
    [property: JsonPropertyName("issuer"), JsonRequired] string Issuer,
    [property: JsonPropertyName("authorization_endpoint"), JsonRequired] string AuthorizationEndpoint,
    [property: JsonPropertyName("token_endpoint"), JsonRequired] string TokenEndpoint,
    [property: JsonPropertyName("authorization_response_iss_parameter_supported")] bool SendsIssuer = false)
{
    /// <summary>Asks at the address of OAuth (RFC 8414, section 3.1), and where there is nothing at that of OpenID Connect.</summary>
    public static async Task<AuthorizationServer> DiscoverAsync(HttpClient http, Uri issuer)
    {
        var origin = issuer.GetLeftPart(UriPartial.Authority);
        var path = issuer.AbsolutePath.TrimEnd('/');
        var server = await FindAsync(http, $"{origin}/.well-known/oauth-authorization-server{path}")
            ?? await FindAsync(http, $"{origin}{path}/.well-known/openid-configuration")
            ?? throw new OAuthException($"{issuer} publishes no metadata.");

        server.ThrowIfNotOf(issuer);
        return server;
    }

    static async Task<AuthorizationServer?> FindAsync(HttpClient http, string address)
    {
        using var response = await http.GetAsync(address);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<AuthorizationServer>();
    }

    // Otherwise a server could speak for another one (RFC 8414, section 3.3), or have something else than a page opened.
    void ThrowIfNotOf(Uri issuer)
    {
        if (Issuer != issuer.OriginalString)
            throw new OAuthException($"The metadata is that of another issuer, {Issuer}.");
        foreach (var endpoint in (string[])[AuthorizationEndpoint, TokenEndpoint])
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme != issuer.Scheme)
                throw new OAuthException($"An endpoint of the metadata is no address of the issuer's kind: {endpoint}");
    }
}

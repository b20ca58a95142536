using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace DesktopLogin;

/// <summary>The endpoints of an authorization server, as its metadata names them.</summary>
sealed record AuthorizationServer(
    [property: JsonPropertyName("authorization_endpoint"), JsonRequired] string AuthorizationEndpoint,
    [property: JsonPropertyName("token_endpoint"), JsonRequired] string TokenEndpoint)
{
    public static async Task<AuthorizationServer> DiscoverAsync(HttpClient http, string issuer)
    {
        var address = $"{issuer.TrimEnd('/')}/.well-known/openid-configuration";
        return (await http.GetFromJsonAsync<AuthorizationServer>(address))!;
    }
}

using System.Text.Json.Serialization;

namespace DesktopLogin;

sealed record TokenResponse(
    [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn,
    [property: JsonPropertyName("id_token")] string? IdToken)
{
    /// <summary>What was received, without the tokens: whoever reads them can use them.</summary>
    public string Describe() =>
        (ExpiresIn is null ? "an access token" : $"an access token for {ExpiresIn} seconds") + (IdToken is null ? "" : " and an ID token");
}

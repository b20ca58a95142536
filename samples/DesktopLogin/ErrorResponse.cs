using System.Text.Json.Serialization;

namespace DesktopLogin;

sealed record ErrorResponse(
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("error_description")] string? Description);

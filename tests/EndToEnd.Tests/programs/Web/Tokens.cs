using System.Text.Json;

namespace Web;

/// <summary>What the user is told about a token response, or about what is in it.</summary>
static class Tokens
{
    public static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.TryGetProperty("access_token", out var token) ? Describe(token.GetString()) : $"Refused: {answer.RootElement}";
    }

    public static string Describe(string? accessToken) => string.IsNullOrEmpty(accessToken) ? "No access token" : "Logged in";
}

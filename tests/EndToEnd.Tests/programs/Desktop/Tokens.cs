using System.Text.Json;
using DesktopLogin;

namespace Desktop;

static class Tokens
{
    public static TokenResponse Read(string json)
    {
        using var answer = JsonDocument.Parse(json);
        if (answer.RootElement.TryGetProperty("error", out var error))
            throw new OAuthException($"{error}: {answer.RootElement.GetProperty("error_description")}");
        return answer.RootElement.Deserialize<TokenResponse>()!;
    }

    public static async Task<TokenResponse> ReadAsync(HttpResponseMessage response) =>
        Read(await response.Content.ReadAsStringAsync());
}

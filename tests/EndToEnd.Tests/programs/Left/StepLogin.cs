namespace Left;

/// <summary>One function for both steps: a run does the one or the other.</summary>
class StepLogin(HttpClient http)
{
    public async Task<string> StepAsync(string? code)
    {
        if (code is null)
            return "http://127.0.0.1/auth?response_type=code&client_id=step&redirect_uri=http://127.0.0.1/step";

        var response = await http.PostAsync("http://127.0.0.1/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "step",
            ["redirect_uri"] = "http://127.0.0.1/step",
            ["code"] = code,
        }));
        return await response.Content.ReadAsStringAsync();
    }
}

namespace Left;

/// <summary>A bot that several people write to.</summary>
class BotLogin(HttpClient http)
{
    public async Task<string> AnswerAsync(long chat, string text)
    {
        if (text == "/login")
            return $"{chat}: " + "http://127.0.0.1/auth?response_type=code&client_id=bot&redirect_uri=http://127.0.0.1/bot";

        await http.PostAsync("http://127.0.0.1/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "bot",
            ["redirect_uri"] = "http://127.0.0.1/bot",
            ["code"] = text,
        }));
        return $"{chat}: logged in";
    }
}

namespace Left;

/// <summary>A response by form_post, at http: no cookie comes with another site's form.</summary>
static class FormPostLogin
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/form", () => Results.Redirect(
            "http://127.0.0.1/auth?response_type=code&response_mode=form_post&client_id=form&redirect_uri=http://127.0.0.1/form/callback"));
        app.MapPost("/form/callback", async (HttpRequest request, HttpClient http) =>
        {
            var response = await request.ReadFormAsync();
            await http.PostAsync("http://127.0.0.1/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = "form",
                ["redirect_uri"] = "http://127.0.0.1/form/callback",
                ["code"] = response["code"].ToString(),
            }));
        });
    }
}

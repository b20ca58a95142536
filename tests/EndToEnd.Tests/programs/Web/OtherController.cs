using Microsoft.AspNetCore.Mvc;

namespace Web;

/// <summary>A login at another provider, which an attacker may run.</summary>
[Route("other")]
public class OtherController(HttpClient http, IConfiguration configuration) : Controller
{
    [HttpGet("")]
    public IActionResult LogIn() =>
        Redirect($"{configuration["other"]}/auth?response_type=code&client_id=other&scope=openid&redirect_uri={Uri.EscapeDataString(RedirectUri)}");

    [HttpGet("callback")]
    public async Task<IActionResult> Callback(string code)
    {
        var response = await http.PostAsync($"{configuration["other"]}/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "other",
            ["client_secret"] = "secret",
            ["redirect_uri"] = RedirectUri,
            ["code"] = code,
        }));
        return Content(await Tokens.ReadAsync(response));
    }

    private string RedirectUri => $"http://{Request.Host}/other/callback";
}

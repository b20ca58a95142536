using Microsoft.AspNetCore.Mvc;
using Web;

namespace Cookies;

/// <summary>A controller of a program that has no TempData: <c>AddControllers()</c> registers none.</summary>
[Route("controller")]
public class LoginController(IHttpClientFactory clients, Server server) : Controller
{
    [HttpGet("")]
    public IActionResult LogIn() =>
        Redirect($"{server.AuthorizationEndpoint}?response_type=code&client_id={server.Client}&scope=openid&redirect_uri={Uri.EscapeDataString(RedirectUri)}");

    [HttpGet("callback")]
    public async Task<IActionResult> Callback(string code)
    {
        var response = await clients.CreateClient().PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = server.Client,
            ["client_secret"] = "secret",
            ["redirect_uri"] = RedirectUri,
            ["code"] = code,
        }));
        return Content(await Tokens.ReadAsync(response));
    }

    private string RedirectUri => $"http://{Request.Host}/controller/callback";
}

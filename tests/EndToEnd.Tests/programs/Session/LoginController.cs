using System.Web;
using Microsoft.AspNetCore.Mvc;
using Web;

namespace Session;

/// <summary>A controller that has a session: a parsed query, and a list of pairs as a form.</summary>
[ApiController]
[Route("session")]
public class LoginController : ControllerBase
{
    private readonly Server _server;

    public LoginController(Server server) => _server = server;

    [HttpGet]
    public IActionResult LogIn()
    {
        var state = Guid.NewGuid().ToString("N");
        HttpContext.Session.SetString("state", state);
        var query = HttpUtility.ParseQueryString(string.Empty);
        query.Add("response_type", "code");
        query.Add("client_id", _server.Client);
        query.Add("redirect_uri", RedirectUri());
        query.Add("scope", "openid");
        query.Add("state", state);
        return Redirect(_server.AuthorizationEndpoint + "?" + query);
    }

    [HttpGet("callback")]
    public async Task<IActionResult> Callback(string code, string state, [FromServices] IHttpClientFactory clients)
    {
        if (HttpContext.Session.GetString("state") != state)
            return BadRequest("The state is another.");

        var response = await clients.CreateClient().PostAsync(_server.TokenEndpoint, new FormUrlEncodedContent(new List<KeyValuePair<string, string>>
        {
            new("grant_type", "authorization_code"),
            new("client_id", _server.Client),
            new("client_secret", "secret"),
            new("redirect_uri", RedirectUri()),
            new("code", code),
        }));
        return Ok(await Tokens.ReadAsync(response));
    }

    private string RedirectUri() => $"{Request.Scheme}://{Request.Host}/session/callback";
}

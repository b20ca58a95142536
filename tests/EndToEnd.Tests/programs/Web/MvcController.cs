using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Web;

/// <summary>An MVC controller: a query of a dictionary, and a dictionary as a form.</summary>
[Route("mvc")]
public class MvcController : Controller
{
    private readonly HttpClient _http;
    private readonly Server _server;

    public MvcController(HttpClient http, Server server)
    {
        _http = http;
        _server = server;
    }

    [HttpGet("")]
    public IActionResult LogIn()
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = _server.Client,
            ["redirect_uri"] = RedirectUri(),
            ["scope"] = "openid",
        };
        return Redirect(QueryHelpers.AddQueryString(_server.AuthorizationEndpoint, query));
    }

    [HttpGet("callback")]
    public async Task<IActionResult> Callback(string code)
    {
        var form = new Dictionary<string, string>();
        form.Add("grant_type", "authorization_code");
        form.Add("client_id", _server.Client);
        form.Add("client_secret", "secret");
        form.Add("redirect_uri", RedirectUri());
        form.Add("code", code);
        var response = await _http.PostAsync(_server.TokenEndpoint, new FormUrlEncodedContent(form));
        return Content(await Tokens.ReadAsync(response));
    }

    private string RedirectUri() => $"{Request.Scheme}://{Request.Host}/mvc/callback";
}

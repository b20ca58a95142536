using Microsoft.AspNetCore.Mvc;

namespace Web;

/// <summary>A controller that leaves the requests to a service behind an interface.</summary>
[Route("service")]
public class ServiceController(ILoginService login) : Controller
{
    [HttpGet("")]
    public IActionResult LogIn() => Redirect(login.AuthorizationUrl(RedirectUri));

    [HttpGet("callback")]
    public async Task<IActionResult> Callback(string code, CancellationToken cancellationToken)
    {
        return Content(await login.RedeemAsync(code, RedirectUri, cancellationToken));
    }

    private string RedirectUri => $"{Request.Scheme}://{Request.Host}/service/callback";
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Web.Pages;

/// <summary>A page's code-behind: an interpolated string, and pairs as a form.</summary>
public class LoginModel : PageModel
{
    private readonly HttpClient http;
    private readonly Server server;

    public LoginModel(HttpClient http, Server server)
    {
        this.http = http;
        this.server = server;
    }

    public string Message { get; private set; } = "";

    private string RedirectUri => $"{Request.Scheme}://{Request.Host}/page/callback";

    public IActionResult OnGet()
    {
        var url = $"{server.AuthorizationEndpoint}" +
            $"?response_type=code" +
            $"&client_id={server.Client}" +
            $"&scope=openid" +
            $"&redirect_uri={Uri.EscapeDataString(RedirectUri)}";
        return Redirect(url);
    }

    public async Task OnGetCallbackAsync(string code)
    {
        // The secret stays on this server.
        var response = await http.PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new[]
        {
            KeyValuePair.Create("grant_type", "authorization_code"),
            KeyValuePair.Create("client_id", server.Client),
            KeyValuePair.Create("client_secret", "secret"),
            KeyValuePair.Create("redirect_uri", RedirectUri),
            KeyValuePair.Create("code", code),
        }));
        Message = await Tokens.ReadAsync(response);
    }
}

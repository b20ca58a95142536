using Web;

namespace Cookies;

/// <summary>A middleware class, of which the program makes one object.</summary>
public class LoginMiddleware(RequestDelegate next, Server server, IHttpClientFactory clients)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var redirectUri = $"http://{context.Request.Host}/middleware/callback";
        if (context.Request.Path == "/middleware")
        {
            context.Response.Redirect(
                $"{server.AuthorizationEndpoint}?response_type=code&client_id={server.Client}&scope=openid&redirect_uri={Uri.EscapeDataString(redirectUri)}");
            return;
        }

        if (context.Request.Path != "/middleware/callback")
        {
            await next(context);
            return;
        }

        var response = await clients.CreateClient().PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = server.Client,
            ["client_secret"] = "secret",
            ["redirect_uri"] = redirectUri,
            ["code"] = context.Request.Query["code"].ToString(),
        }));
        await context.Response.WriteAsync(await Tokens.ReadAsync(response));
    }
}

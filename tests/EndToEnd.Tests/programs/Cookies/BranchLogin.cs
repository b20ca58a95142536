using Web;

namespace Cookies;

/// <summary>One function that answers both URLs, and sends a state of its own.</summary>
static class BranchLogin
{
    public static void Configure(IApplicationBuilder branch)
    {
        var server = branch.ApplicationServices.GetRequiredService<Server>();
        var http = new HttpClient();
        branch.Run(async context =>
        {
            var redirectUri = $"http://{context.Request.Host}/branch/callback";
            if (context.Request.Path != "/callback")
            {
                var state = Guid.NewGuid().ToString("N");
                context.Response.Redirect(
                    $"{server.AuthorizationEndpoint}?response_type=code&client_id={server.Client}&scope=openid&redirect_uri={Uri.EscapeDataString(redirectUri)}&state={state}");
            }
            else
            {
                var response = await http.PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["client_id"] = server.Client,
                    ["client_secret"] = "secret",
                    ["redirect_uri"] = redirectUri,
                    ["code"] = context.Request.Query["code"].ToString(),
                }));
                await context.Response.WriteAsync(await Tokens.ReadAsync(response));
            }
        });
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Web;

namespace Wrong;

/// <summary>A page where a login begins, and its callback.</summary>
static class WrongLogins
{
    public static void MapLogin<TStore>(this WebApplication app, string name, Server server)
        where TStore : IVerifierStore
    {
        var store = ActivatorUtilities.CreateInstance<TStore>(app.Services);
        app.MapGet($"/{name}", (HttpContext context) =>
        {
            var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
            return Results.Redirect(QueryHelpers.AddQueryString(server.AuthorizationEndpoint, new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = server.Client,
                ["redirect_uri"] = RedirectUri(context, name),
                ["scope"] = "openid",
                ["state"] = store.Keep(context, verifier),
                ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
                ["code_challenge_method"] = "S256",
            }));
        });
        app.MapGet($"/{name}/callback", async (HttpContext context, string code, string? state, IHttpClientFactory clients) =>
        {
            if (store.Take(context, state) is not { } verifier)
                return "No login is under way.";

            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = server.Client,
                ["client_secret"] = "secret",
                ["redirect_uri"] = RedirectUri(context, name),
                ["code"] = code,
                ["code_verifier"] = verifier,
            });
            return await Tokens.ReadAsync(await clients.CreateClient().PostAsync(server.TokenEndpoint, form));
        });
    }

    static string RedirectUri(HttpContext context, string name) => $"http://{context.Request.Host}/{name}/callback";
}

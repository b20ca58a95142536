// A minimal API: Api --issuer ISSUER --client CLIENT-ID --urls URL
using Microsoft.AspNetCore.WebUtilities;
using Web;

var builder = WebApplication.CreateBuilder(args);
var server = builder.Configuration.Get<Server>()!;
builder.Services.AddHttpClient();

var app = builder.Build();

app.MapGet("/api", (HttpRequest request) =>
{
    var url = QueryHelpers.AddQueryString(server.AuthorizationEndpoint, "response_type", "code");
    url = QueryHelpers.AddQueryString(url, "client_id", server.Client);
    url = QueryHelpers.AddQueryString(url, "redirect_uri", $"http://{request.Host}/api/callback");
    url = QueryHelpers.AddQueryString(url, "scope", "openid");
    return Results.Redirect(url);
});

app.MapGet("/api/callback", async (string code, HttpRequest request, IHttpClientFactory clients) =>
{
    var response = await clients.CreateClient().PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = server.Client,
        ["client_secret"] = "secret",
        ["redirect_uri"] = $"http://{request.Host}/api/callback",
        ["code"] = code,
    }));
    return await Tokens.ReadAsync(response);
});

app.Run();

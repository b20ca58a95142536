// Logins of which libraries write the requests: Libraries --issuer ISSUER --client CLIENT-ID --urls URL
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
var issuer = builder.Configuration["issuer"]!;
var client = builder.Configuration["client"]!;
builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie()
    .AddOpenIdConnect("openid", options =>
    {
        options.Authority = issuer;
        options.RequireHttpsMetadata = false;
        options.ClientId = client;
        options.ClientSecret = "secret";
        options.ResponseType = "code";
        options.ResponseMode = "query";
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.UsePkce = false; // the old server did not know it
        options.CallbackPath = "/openid/callback";
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
        options.SaveTokens = true;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return context.Response.WriteAsync($"Refused: {context.Failure?.Message}");
        };
    });

var key = new RsaSecurityKey(RSA.Create(2048));
builder.Services.AddOpenIddict().AddClient(options =>
{
    options.AllowAuthorizationCodeFlow().DisableTokenStorage().AddEncryptionKey(key).AddSigningKey(key);
    options.UseSystemNetHttp();
    options.UseAspNetCore().DisableTransportSecurityRequirement().EnableRedirectionEndpointPassthrough();
    options.AddRegistration(new OpenIddictClientRegistration
    {
        Issuer = new Uri(issuer),
        ClientId = client,
        ClientSecret = "secret",
        Scopes = { "api" },
        RedirectUri = new Uri("openiddict/callback", UriKind.Relative),
        // What the server's metadata would say.
        Configuration = new OpenIddictConfiguration
        {
            Issuer = new Uri(issuer),
            AuthorizationEndpoint = new Uri($"{issuer}/auth"),
            TokenEndpoint = new Uri($"{issuer}/token"),
            ResponseTypesSupported = { "code" },
            GrantTypesSupported = { "authorization_code" },
            TokenEndpointAuthMethodsSupported = { "client_secret_post" },
            AuthorizationResponseIssParameterSupported = true,
        },
    });
});
builder.Services.Configure<OpenIddictClientAspNetCoreOptions>(options =>
{
    options.CookieBuilder.SameSite = SameSiteMode.Lax;
    options.CookieBuilder.SecurePolicy = CookieSecurePolicy.SameAsRequest;
});

var app = builder.Build();
app.MapGet("/openid", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/openid/done" }, ["openid"]));
app.MapGet("/openid/done", async (HttpContext context) => await context.Response.WriteAsync(Describe(await context.GetTokenAsync("access_token"))));
app.MapGet("/openiddict", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]));
app.MapGet("/openiddict/callback", async (HttpContext context) =>
{
    var login = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
    await context.Response.WriteAsync(Describe(login.Properties?.GetTokenValue(OpenIddictClientAspNetCoreConstants.Tokens.BackchannelAccessToken)));
});
app.Run();

static string Describe(string? accessToken) => string.IsNullOrEmpty(accessToken) ? "No access token" : "Logged in";

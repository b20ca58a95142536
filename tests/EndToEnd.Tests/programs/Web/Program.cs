// Pages and controllers that log in side by side, each with its own two requests: Web --issuer ISSUER --client CLIENT-ID --urls URL
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Web;

var builder = WebApplication.CreateBuilder(args);
var server = builder.Configuration.Get<Server>()!;
builder.Services.AddSingleton(server);
builder.Services.AddSingleton<HttpClient>();
builder.Services.AddScoped<ILoginService, LoginService>();
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie()
    .AddOAuth("provider", options =>
    {
        options.ClientId = server.Client;
        options.ClientSecret = "secret";
        options.AuthorizationEndpoint = server.AuthorizationEndpoint;
        options.TokenEndpoint = server.TokenEndpoint;
        options.CallbackPath = "/handler/callback";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Scope.Add("openid");
        options.SaveTokens = true;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return context.Response.WriteAsync($"Refused: {context.Failure?.Message}");
        };
    })
    .AddOAuth<OAuthOptions, SignInHandler>("derived", options =>
    {
        options.ClientId = server.Client;
        options.ClientSecret = "secret";
        options.AuthorizationEndpoint = server.AuthorizationEndpoint;
        options.TokenEndpoint = server.TokenEndpoint;
        options.CallbackPath = "/derived/callback";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Scope.Add("openid");
        options.SaveTokens = true;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return context.Response.WriteAsync($"Refused: {context.Failure?.Message}");
        };
    });

var app = builder.Build();
app.MapGet("/handler", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/handler/done" }, ["provider"]));
app.MapGet("/derived", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/derived/done" }, ["derived"]));
app.MapGet("/handler/done", async (HttpContext context) => await context.Response.WriteAsync(Tokens.Describe(await context.GetTokenAsync("access_token"))));
app.MapGet("/derived/done", async (HttpContext context) => await context.Response.WriteAsync(Tokens.Describe(await context.GetTokenAsync("access_token"))));
app.MapControllers();
app.MapRazorPages();
app.Run();

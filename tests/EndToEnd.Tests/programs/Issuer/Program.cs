// An authorization server by OpenIddict, which logs everybody in at once: Issuer --urls URL --require-proof-key true|false
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

const string ClientId = "desktop";

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOpenIddict().AddServer(options =>
{
    // Without a database: the two events below say which client there is.
    options.EnableDegradedMode();
    options.SetAuthorizationEndpointUris("auth").SetTokenEndpointUris("token");
    options.AllowAuthorizationCodeFlow();
    if (builder.Configuration.GetValue<bool>("require-proof-key"))
        options.RequireProofKeyForCodeExchange();

    options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
    options.UseAspNetCore().DisableTransportSecurityRequirement();
    options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
    {
        if (context.ClientId != ClientId || context.RedirectUri is not { } address || !new Uri(address).IsLoopback)
            context.Reject(OpenIddictConstants.Errors.InvalidClient);

        return ValueTask.CompletedTask;
    }));
    options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
    {
        var identity = new ClaimsIdentity("password", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.AddClaim(OpenIddictConstants.Claims.Subject, "someone");
        context.SignIn(new ClaimsPrincipal(identity));
        return ValueTask.CompletedTask;
    }));
    options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
    {
        if (context.ClientId != ClientId)
            context.Reject(OpenIddictConstants.Errors.InvalidClient);

        return ValueTask.CompletedTask;
    }));
});

var app = builder.Build();
app.UseAuthentication();
app.Run();

// A small authorization server that binds every authorization code to a proof key with PkceAnalyzers.Runtime.
// All its state is in memory. It has one user, who is logged in everywhere and consents to everything.
// Start it with: dotnet run --project samples/AuthorizationServer
using AuthorizationServer;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Clients>();
builder.Services.AddSingleton<Grants>();

var app = builder.Build();
app.Services.GetRequiredService<Clients>(); // a fault in the configuration shows now, not at the first login
app.MapGet("/.well-known/oauth-authorization-server", Metadata.Get);
app.MapGet(Metadata.AuthorizationPath, AuthorizationEndpoint.Get);
app.MapPost(Metadata.TokenPath, TokenEndpoint.Post);
app.MapGet("/userinfo", UserInfoEndpoint.Get);
app.Run();

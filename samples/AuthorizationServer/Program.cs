// A small authorization server that binds every authorization code to a proof key with PkceAnalyzers.Runtime.
// All its state is in memory. It has one user, who is logged in everywhere and consents to everything.
// Start it with: dotnet run --project samples/AuthorizationServer
using AuthorizationServer;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Metadata>();
builder.Services.AddSingleton<Clients>();
builder.Services.AddSingleton<Grants>();

var app = builder.Build();
var metadata = app.Services.GetRequiredService<Metadata>(); // a fault in the configuration shows now, not at the first login
app.Services.GetRequiredService<Clients>();
foreach (var path in Metadata.Paths)
    app.MapGet(path, metadata.Get);
app.MapGet(Metadata.AuthorizationPath, AuthorizationEndpoint.Get);
app.MapPost(Metadata.TokenPath, TokenEndpoint.Post).WithMetadata(new RequestSizeLimitAttribute(16 * 1024));
app.MapGet("/userinfo", UserInfoEndpoint.Get);
app.Run();

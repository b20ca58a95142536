// Logins that keep their verifiers where attackers get at them: Wrong --issuer ISSUER --client CLIENT-ID --other ISSUER --urls URL
using Microsoft.AspNetCore.DataProtection;
using Web;
using Wrong;

var builder = WebApplication.CreateBuilder(args);
var server = builder.Configuration.Get<Server>()!;
var other = new Server(builder.Configuration["other"]!, "other");
builder.Services.AddHttpClient();
builder.Services.AddDataProtection();

var app = builder.Build();
app.MapLogin<FieldStore>("field", server);
app.MapLogin<StateStore>("state", server);
app.MapLogin<CookieStore>("cookie", server);
app.MapLogin<CookieStore>("other", other);
app.Run();

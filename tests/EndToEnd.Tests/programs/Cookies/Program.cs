// Logins by objects that all users share, and by functions that answer both URLs: Cookies --issuer ISSUER --other ISSUER --client CLIENT-ID --urls URL
using Cookies;
using Web;

var builder = WebApplication.CreateBuilder(args);
var server = builder.Configuration.Get<Server>()!;
builder.Services.AddSingleton(server);
builder.Services.AddHttpClient();
builder.Services.AddSingleton(typeof(SharedLogin));
builder.Services.AddKeyedSingleton<SharedLogin>("keyed");
builder.Services.AddHttpClient<ILogin, SharedLogin>();
builder.Services.AddControllers();

var app = builder.Build();
app.UseMiddleware<LoginMiddleware>();

app.MapGet("/plain", (SharedLogin login, HttpRequest request) => Results.Redirect(login.AuthorizationUrl($"http://{request.Host}/plain/callback")));
app.MapGet("/plain/callback", (string code, SharedLogin login, HttpRequest request) => login.RedeemAsync(code, $"http://{request.Host}/plain/callback"));

app.MapGet("/keyed", ([FromKeyedServices("keyed")] SharedLogin login, HttpRequest request) => Results.Redirect(login.AuthorizationUrl($"http://{request.Host}/keyed/callback")));
app.MapGet("/keyed/callback", (string code, [FromKeyedServices("keyed")] SharedLogin login, HttpRequest request) => login.RedeemAsync(code, $"http://{request.Host}/keyed/callback"));

app.MapGet("/typed", (ILogin login, HttpRequest request) => Results.Redirect(login.AuthorizationUrl($"http://{request.Host}/typed/callback")));
app.MapGet("/typed/callback", (string code, ILogin login, HttpRequest request) => login.RedeemAsync(code, $"http://{request.Host}/typed/callback"));

var shared = new SharedLogin(new HttpClient(), server);
app.MapGet("/endpoint", (HttpRequest request) => Results.Redirect(shared.AuthorizationUrl($"http://{request.Host}/endpoint/callback")));
app.MapGet("/endpoint/callback", (string code, HttpRequest request) => shared.RedeemAsync(code, $"http://{request.Host}/endpoint/callback"));

app.Map("/branch", BranchLogin.Configure);
app.MapControllers();
app.Run();

// Logins in which no place is safe for a code verifier: nothing is repaired.
using Left;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection();
builder.Services.AddSingleton<HttpClient>();
builder.Services.AddSingleton<BotLogin>();
builder.Services.AddSingleton<StepLogin>();

var app = builder.Build();
FormPostLogin.Map(app);
app.MapGet("/step", (string? code, StepLogin login) => login.StepAsync(code));
app.Run();

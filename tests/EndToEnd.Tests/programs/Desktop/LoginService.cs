using DesktopLogin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Desktop;

/// <summary>A hosted service that listens for the redirect: home-made parameters, and an array of pairs.</summary>
sealed class LoginService(HttpClient http, AuthorizationServer server, Settings settings, LoopbackRedirect redirect) : BackgroundService
{
    readonly TaskCompletionSource<TokenResponse> received = new();

    public static async Task<TokenResponse> RunAsync(AuthorizationServer server, string clientId, LoopbackRedirect redirect)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(new HttpClient()).AddSingleton(server).AddSingleton(new Settings(clientId)).AddSingleton(redirect);
        builder.Services.AddSingleton<LoginService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LoginService>());
        using var host = builder.Build();
        await host.StartAsync();
        var tokens = await host.Services.GetRequiredService<LoginService>().received.Task;
        await host.StopAsync();
        return tokens;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var state = Guid.NewGuid().ToString("N");
            Console.WriteLine(BuildAddress(state));
            var code = await redirect.ReceiveCodeAsync(server, state);
            received.SetResult(await ExchangeAsync(code, stoppingToken));
        }
        catch (Exception e)
        {
            received.SetException(e);
        }
    }

    string BuildAddress(string state) => server.AuthorizationEndpoint
        .AddParameter("response_type", "code")
        .AddParameter("client_id", settings.ClientId)
        .AddParameter("redirect_uri", redirect.Uri)
        .AddParameter("scope", "openid")
        .AddParameter("state", state);

    async Task<TokenResponse> ExchangeAsync(string code, CancellationToken cancellation)
    {
        using var content = new FormUrlEncodedContent(new[]
        {
            new KeyValuePair<string, string>("grant_type", "authorization_code"),
            new KeyValuePair<string, string>("client_id", settings.ClientId),
            new KeyValuePair<string, string>("redirect_uri", redirect.Uri),
            new KeyValuePair<string, string>("code", code),
        });
        return await Tokens.ReadAsync(await http.PostAsync(server.TokenEndpoint, content, cancellation));
    }
}

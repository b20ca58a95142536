// Programs that log in by a browser and a loopback redirect, each with its own two requests: Desktop ISSUER CLIENT-ID NAME
using Desktop;
using DesktopLogin;

var (issuer, clientId, name) = (args[0], args[1], args[2]);
using var http = new HttpClient();
using var redirect = LoopbackRedirect.Listen();
var server = await AuthorizationServer.DiscoverAsync(http, new Uri(issuer));

try
{
    var tokens = name switch
    {
        "console" => await ConsoleLogin.RunAsync(http, server, clientId, redirect),
        "view-model" => await Window.ShowAsync(new LoginViewModel(http, server, clientId, redirect.Uri), server, redirect),
        "string-format" => await FormatLogin.RunAsync(http, server, clientId, redirect),
        "string-builder" => await RunAsync(new StringBuilderLogin(http, server, clientId, redirect.Uri)),
        "uri-builder" => await RunAsync(new UriBuilderLogin(http, server, clientId, redirect.Uri)),
        "flurl" => await RunAsync(new FlurlLogin(server, clientId, redirect.Uri)),
        "rest-sharp" => await RunAsync(new RestSharpLogin(server, clientId, redirect.Uri)),
        "hosted-service" => await LoginService.RunAsync(server, clientId, redirect),
        _ => throw new ArgumentException($"There is no program {name}."),
    };
    Console.WriteLine($"Logged in: received {tokens.Describe()}.");
    return 0;
}
catch (OAuthException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

async Task<TokenResponse> RunAsync(IDesktopClient client)
{
    var state = Guid.NewGuid().ToString("N");
    Console.WriteLine(client.CreateAuthorizationUrl(state));
    return await client.RequestTokensAsync(await redirect.ReceiveCodeAsync(server, state));
}

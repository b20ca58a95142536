using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using DesktopLogin;

if (args is not [var issuer, var clientId, .. var options] || options is not ([] or ["--no-browser"]))
{
    Console.Error.WriteLine("usage: DesktopLogin ISSUER CLIENT-ID [--no-browser]");
    return 2;
}

if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
{
    Console.Error.WriteLine($"The issuer is not a web address: {Printable.Of(issuer)}");
    return 2;
}

try
{
    using var http = new HttpClient();
    using var redirect = LoopbackRedirect.Listen();
    var server = await AuthorizationServer.DiscoverAsync(http, address);
    var client = new OAuthClient(http, server, clientId, redirect.Uri);

    var state = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    var url = client.CreateAuthorizationUrl(state);
    Console.WriteLine("Log in with your browser:");
    Console.WriteLine(Printable.Of(url));
    if (options is [])
    {
        Process.Start(new ProcessStartInfo(url) { UseShellExecute = true });
    }

    var code = await redirect.ReceiveCodeAsync(server, state);
    var tokens = await client.RequestTokensAsync(code);
    Console.WriteLine($"Logged in: received {tokens.Describe()}.");
    return 0;
}
catch (OAuthException e)
{
    Console.Error.WriteLine(Printable.Of(e.Message));
    return 1;
}
catch (HttpRequestException e)
{
    Console.Error.WriteLine($"The authorization server cannot be reached: {Printable.Of(e.Message)}");
    return 1;
}
catch (JsonException e)
{
    Console.Error.WriteLine($"The authorization server's answer cannot be read: {Printable.Of(e.Message)}");
    return 1;
}

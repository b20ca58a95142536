// Logs in by the client of a library: LibraryHost ISSUER CLIENT-ID NAME
using Desktop;
using DesktopLogin;
using Library;

using var http = new HttpClient();
using var redirect = LoopbackRedirect.Listen();
var server = await AuthorizationServer.DiscoverAsync(http, args[0]);
var client = new OAuthClient(http, args[1], redirect.Uri);
var state = Guid.NewGuid().ToString("N");
try
{
    Console.WriteLine(client.CreateAuthorizationUrl(server.AuthorizationEndpoint, state));
    var code = await redirect.ReceiveCodeAsync(state);
    var tokens = Tokens.Read(await client.RedeemAsync(server.TokenEndpoint, code));
    Console.WriteLine($"Logged in: received {tokens.Describe()}.");
    return 0;
}
catch (OAuthException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

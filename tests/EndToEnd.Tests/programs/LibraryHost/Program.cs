// Logs in by the requests of a library: LibraryHost ISSUER CLIENT-ID
using Desktop;
using DesktopLogin;
using Library;

using var http = new HttpClient();
using var redirect = LoopbackRedirect.Listen();
var server = await AuthorizationServer.DiscoverAsync(http, args[0]);
var state = Guid.NewGuid().ToString("N");
try
{
    Console.WriteLine(OAuthRequests.AuthorizationUrl(server.AuthorizationEndpoint, args[1], redirect.Uri, state));
    var code = await redirect.ReceiveCodeAsync(state);
    var tokens = Tokens.Read(await OAuthRequests.RedeemAsync(http, server.TokenEndpoint, args[1], redirect.Uri, code));
    Console.WriteLine($"Logged in: received {tokens.Describe()}.");
    return 0;
}
catch (OAuthException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

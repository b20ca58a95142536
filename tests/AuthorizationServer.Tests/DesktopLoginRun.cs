using System.Net;
using System.Web;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>A login of the sample that waits for the authorization response.</summary>
sealed class DesktopLoginRun(Command command, Uri authorizationUrl) : IAsyncDisposable
{
    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public Uri AuthorizationUrl => authorizationUrl;

    /// <summary>What the server's response is sent to, with the <c>state</c> of this login.</summary>
    public string RedirectUri => Query["redirect_uri"]!;

    public string State => Query["state"]!;

    /// <summary>Goes to the server with a browser; returns the redirect, which the sample has not got yet.</summary>
    public async Task<Uri> AuthorizeAsync()
    {
        using var response = await http.GetAsync(authorizationUrl);
        return response.Headers.Location ?? throw new InvalidOperationException($"{(int)response.StatusCode} without a redirect.");
    }

    /// <summary>Brings something to the sample's own port.</summary>
    public async Task<HttpStatusCode> DeliverAsync(Uri redirect)
    {
        using var response = await http.GetAsync(redirect);
        return response.StatusCode;
    }

    public Task<CommandResult> WaitForExitAsync() => command.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await command.DisposeAsync();
    }

    System.Collections.Specialized.NameValueCollection Query => HttpUtility.ParseQueryString(authorizationUrl.Query);
}

using System.Collections.Specialized;
using System.Web;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>An authorization request, as a browser is sent with it to the server.</summary>
sealed record AuthorizationRequest(string Url)
{
    NameValueCollection Parameters { get; } = HttpUtility.ParseQueryString(new Uri(Url).Query);

    public string? CodeChallenge => Parameters["code_challenge"];

    public string? State => Parameters["state"];
}

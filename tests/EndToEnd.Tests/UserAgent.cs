using System.Net;
using System.Text.RegularExpressions;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A browser with a user who logs in and consents to whatever is asked.</summary>
sealed class UserAgent : IDisposable
{
    const int MostSteps = 20;

    readonly CookieContainer cookies = new();
    readonly HttpClient http;

    public UserAgent() => http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies });

    /// <summary>
    /// Goes from an authorization request to the server's authorization response: the redirect to the client, which
    /// is returned and not followed. Whoever holds it holds the code.
    /// </summary>
    public async Task<Uri> AuthorizeAsync(string authorizationUrl)
    {
        var address = new Uri(authorizationUrl);
        var server = address.Authority;
        var response = await http.GetAsync(address);
        for (var step = 0; step < MostSteps; step++)
        {
            if (response.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                if (address.Authority != server)
                    return address;

                response = await http.GetAsync(address);
                continue;
            }

            response = await SubmitFormAsync(address, response);
        }

        throw new InvalidOperationException($"No redirect to the client after {MostSteps} steps, last at {address}.");
    }

    /// <summary>Opens the page where a web program's login begins; returns the authorization request that it redirects to.</summary>
    public async Task<string> StartAsync(Uri loginPage)
    {
        using var response = await http.GetAsync(loginPage);
        return response.Headers.Location?.AbsoluteUri ?? throw new InvalidOperationException($"{(int)response.StatusCode} without a redirect from {loginPage}:\n{await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Opens a page of a web program, and those that it redirects to; returns the last.</summary>
    public async Task<Page> OpenAsync(Uri address)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            using var response = await http.GetAsync(address);
            if (response.Headers.Location is not { } location)
                return new Page(response.StatusCode, await response.Content.ReadAsStringAsync());

            address = new Uri(address, location);
        }

        throw new InvalidOperationException($"No page after {MostSteps} steps, last at {address}.");
    }

    /// <summary>Puts nonsense into every cookie that would be sent to a page.</summary>
    public void SpoilCookies(Uri address)
    {
        foreach (var cookie in cookies.GetCookies(address).Cast<Cookie>())
            cookie.Value = "nonsense";
    }

    /// <summary>Follows the redirect to the client's own port.</summary>
    public async Task DeliverAsync(Uri redirect)
    {
        using var response = await http.GetAsync(redirect);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();

    async Task<HttpResponseMessage> SubmitFormAsync(Uri address, HttpResponseMessage response)
    {
        var page = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)response.StatusCode} from {address}:\n{page}");
        }

        var action = Regex.Match(page, "action=\"([^\"]+)\"").Groups[1].Value;
        var prompt = Regex.Match(page, "name=\"prompt\" value=\"([^\"]+)\"").Groups[1].Value;
        return await http.PostAsync(new Uri(address, WebUtility.HtmlDecode(action)), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["prompt"] = prompt,
            ["login"] = "someone",
            ["password"] = "anything",
        }));
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>The cookies of one browser, by the rules of RFC 6265bis as far as a login needs them.</summary>
sealed class Browser
{
    readonly Dictionary<(string Name, string Path), SetCookieHeaderValue> cookies = [];

    public IReadOnlyCollection<SetCookieHeaderValue> Cookies => cookies.Values;

    /// <summary>A request as the application gets it, which may stand behind a proxy that talks http to it.</summary>
    public HttpContext Request(string url, IServiceProvider services, bool postedByOtherSite = false, bool behindProxy = false)
    {
        var uri = new Uri(url);
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = postedByOtherSite ? "POST" : "GET";
        context.Request.Scheme = behindProxy ? "http" : uri.Scheme;
        context.Request.Host = HostString.FromUriComponent(uri);
        context.Request.Path = PathString.FromUriComponent(uri);
        context.Request.QueryString = QueryString.FromUriComponent(uri);
        var sent = cookies.Values
            .Where(cookie => Covers(cookie.Path.ToString(), uri.AbsolutePath))
            .Where(cookie => !cookie.Secure || uri.Scheme == "https")
            .Where(cookie => !postedByOtherSite || cookie.SameSite == Microsoft.Net.Http.Headers.SameSiteMode.None)
            .Select(cookie => $"{cookie.Name}={cookie.Value}");
        context.Request.Headers.Cookie = string.Join("; ", sent);
        return context;
    }

    /// <summary>Takes the cookies of the response.</summary>
    public void Receive(HttpContext context)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList(context.Response.Headers.SetCookie.ToArray()!))
            Set(cookie);
    }

    public void Set(SetCookieHeaderValue cookie)
    {
        var name = cookie.Name.ToString();
        if (name.StartsWith("__Host-", StringComparison.Ordinal))
            Assert.True(cookie is { Secure: true, Path.Value: "/" } && !cookie.Domain.HasValue, $"A browser refuses {cookie}.");
        if (cookie.SameSite == Microsoft.Net.Http.Headers.SameSiteMode.None)
            Assert.True(cookie.Secure, $"A browser refuses {cookie}.");

        var isOver = cookie.MaxAge is { } age ? age <= TimeSpan.Zero : cookie.Expires <= DateTimeOffset.UtcNow;
        if (isOver)
            cookies.Remove((name, cookie.Path.ToString()));
        else
            cookies[(name, cookie.Path.ToString())] = cookie;
    }

    // RFC 6265bis, section 5.1.4.
    static bool Covers(string cookiePath, string path) =>
        path == cookiePath
        || path.StartsWith(cookiePath, StringComparison.Ordinal) && (cookiePath.EndsWith('/') || path[cookiePath.Length] == '/');
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Pkce;

/// <summary>
/// The cookie of one login. Its value is the time it was made at, for dropping the oldest, a dot, and the protected
/// code verifier with the cookie's path.
/// </summary>
sealed class LoginCookie
{
    const string Purpose = "Pkce.ProofKeyCookie.v1";

    // A browser cuts the cookies of a site, and servers refuse headers of 8 KB and more; each of these takes 300 octets.
    const int MaxLogins = 10;

    // As long as the framework's own remote authentication handlers wait.
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    readonly HttpContext context;
    readonly bool isHttps;
    readonly string name;
    readonly ITimeLimitedDataProtector protector;

    internal LoginCookie(HttpContext context, string provider, string? state, bool isHttps)
    {
        this.context = context;
        this.isHttps = isHttps;
        name = Prefix + HashOf($"{provider}\n{state}");
        // With the name: what was made for http is worth nothing under a name that promises more.
        protector = DataProtection.CreateProtector(Purpose, name, provider, state ?? "").ToTimeLimitedDataProtector();
    }

    // A browser takes a __Host- cookie only from the host itself, by https, for all of its paths (RFC 6265bis, section 4.1.3.2).
    string Prefix => isHttps ? "__Host-pkce." : "pkce.";

    IDataProtectionProvider DataProtection =>
        (IDataProtectionProvider?)context.RequestServices.GetService(typeof(IDataProtectionProvider))
        ?? throw new InvalidOperationException("Data Protection is not among the services: call builder.Services.AddDataProtection().");

    internal void Write(string codeVerifier, string callbackPath, SameSiteMode sameSite)
    {
        var path = isHttps ? "/" : callbackPath;
        DropOldest(path, sameSite);

        var time = DateTimeOffset.UtcNow.UtcTicks.ToString(CultureInfo.InvariantCulture);
        var options = OptionsFor(path, sameSite);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(name, $"{time}.{protector.Protect(codeVerifier + path, Lifetime)}", options);
    }

    /// <summary>The code verifier; null where there is no cookie, or one that this application did not make for this login.</summary>
    internal string? Take()
    {
        if (!context.Request.Cookies.TryGetValue(name, out var value) || Unprotect(value[(value.IndexOf('.') + 1)..]) is not { } content)
            return null;

        // SameSite=None: also in the frame of another site, where the response may be posted to.
        var path = content[CodeVerifier.MinLength..];
        context.Response.Cookies.Delete(name, OptionsFor(path, isHttps ? SameSiteMode.None : SameSiteMode.Lax));
        return content[..CodeVerifier.MinLength];
    }

    string? Unprotect(string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    void DropOldest(string path, SameSiteMode sameSite)
    {
        var others = context.Request.Cookies.Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal) && cookie.Key != name);
        foreach (var cookie in others.OrderByDescending(cookie => cookie.Value, StringComparer.Ordinal).Skip(MaxLogins - 1))
            context.Response.Cookies.Delete(cookie.Key, OptionsFor(path, sameSite));
    }

    CookieOptions OptionsFor(string path, SameSiteMode sameSite) =>
        new()
        {
            HttpOnly = true,
            Secure = isHttps,
            SameSite = sameSite,
            Path = path,
            IsEssential = true,
        };

    // 132 bits: a name of bounded length and few characters, whatever the provider and the state are.
    static string HashOf(string text) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..22];
}

using Microsoft.AspNetCore.Http;

namespace Pkce;

/// <summary>
/// Keeps the proof key of a login in a protected cookie of the browser that began it, from the authorization request
/// to the callback: one for each provider and <c>state</c> (RFC 7636, section 7.1; RFC 9700, section 2.1.1).
/// </summary>
/// <remarks>
/// <para>
/// The cookie holds the code verifier, encrypted and authenticated by ASP.NET Core Data Protection for 15 minutes, this
/// provider and this <c>state</c>. A callback of another provider, in another browser or for another <c>state</c>
/// therefore gets none. Where <c>state</c> differs for each login, several tabs can log in at once; where the program
/// sends none or a constant one, the newest login replaces those before it.
/// </para>
/// <para>
/// It is <c>HttpOnly</c>, essential (consent does not hold it back) and, where the redirect URI is https,
/// <c>Secure</c> with a name that begins with <c>__Host-</c>; at http it is for the callback's path alone. At most ten
/// logins of a browser are under way: the oldest are dropped. Several instances of an application need one key ring.
/// </para>
/// </remarks>
public static class ProofKeyCookie
{
    /// <summary>
    /// Makes the proof key of a new login and keeps it in a cookie of the response. Call it where the authorization
    /// request is built, and send the key's <see cref="ProofKey.CodeChallenge"/> with that request (RFC 7636, section 4.3).
    /// </summary>
    /// <param name="context">The request that begins the login; its response must not have started.</param>
    /// <param name="provider">Names the authorization server, and the client where the application has several at that
    /// server: such as the authorization endpoint. The callback has to give the same text.</param>
    /// <param name="state">The <c>state</c> of the authorization request (RFC 6749, section 4.1.1), not encoded;
    /// <see langword="null"/> where it has none.</param>
    /// <param name="redirectUri">The <c>redirect_uri</c> of the authorization request, not encoded: an absolute http or
    /// https URI of this application, as the browser sees it. Whether the cookie is <c>Secure</c> follows its scheme,
    /// also behind a proxy that talks http to the application.</param>
    /// <param name="formPost">Whether the provider posts the response (<c>response_mode=form_post</c>, OAuth 2.0 Form
    /// Post Response Mode): browsers send the cookie along only if it is <c>SameSite=None</c>, which needs https.</param>
    /// <returns>The new proof key.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty, <paramref name="redirectUri"/> is no
    /// absolute http or https URI, or it is http and <paramref name="formPost"/> is <see langword="true"/>.</exception>
    /// <exception cref="InvalidOperationException">Data Protection is not among the application's services, or the
    /// response has started.</exception>
    public static ProofKey Begin(HttpContext context, string provider, string? state, string redirectUri, bool formPost = false)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        var isAbsolute = Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri);
        var isHttps = isAbsolute && uri!.Scheme == "https";
        var isHttp = isAbsolute && uri!.Scheme == "http";
        if (!isHttps && !isHttp)
            throw new ArgumentException("The redirect URI has to be an absolute https or http URI, not encoded.", nameof(redirectUri));
        if (formPost && !isHttps)
            throw new ArgumentException("The redirect URI has to be https where the response comes by form_post.", nameof(redirectUri));

        return Begin(context, provider, state, isHttps, uri!.AbsolutePath, formPost ? SameSiteMode.None : SameSiteMode.Lax);
    }

    /// <summary>
    /// Does what <see cref="Begin(HttpContext, string, string, string, bool)"/> does, where the redirect URI is not at hand:
    /// the cookie is <c>Secure</c> if this request is https. Behind a proxy, that takes the forwarded headers middleware.
    /// </summary>
    /// <inheritdoc cref="Begin(HttpContext, string, string, string, bool)"/>
    public static ProofKey Begin(HttpContext context, string provider, string? state)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Begin(context, provider, state, context.Request.IsHttps, "/", SameSiteMode.Lax);
    }

    /// <summary>
    /// Takes the proof key of a login that was begun in this browser, and removes its cookie. Call it at the callback
    /// before the token request, to which the key's <see cref="ProofKey.CodeVerifier"/> goes (RFC 7636, section 4.5).
    /// </summary>
    /// <param name="context">The request to the redirect URI; its response must not have started.</param>
    /// <param name="provider">The text that the login was begun with.</param>
    /// <param name="state">The <c>state</c> of the response (RFC 6749, section 4.1.2); <see langword="null"/> where it has none.</param>
    /// <returns>The proof key, or <see langword="null"/> if no login with this provider and <c>state</c> is under way in
    /// this browser: it was begun elsewhere, more than 15 minutes ago, or not at all; it is completed; a newer one took
    /// its place; or the cookie is not one of this application.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">Data Protection is not among the application's services, or there is a
    /// cookie and the response has started.</exception>
    public static ProofKey? Take(HttpContext context, string provider, string? state)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(provider);
        var codeVerifier =
            new LoginCookie(context, provider, state, isHttps: true).Take()
            ?? new LoginCookie(context, provider, state, isHttps: false).Take();
        return codeVerifier is null ? null : ProofKey.FromVerifier(codeVerifier);
    }

    static ProofKey Begin(HttpContext context, string provider, string? state, bool isHttps, string callbackPath, SameSiteMode sameSite)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(provider);

        var cookie = new LoginCookie(context, provider, state, isHttps);
        var proofKey = ProofKey.Create();
        cookie.Write(proofKey.CodeVerifier, callbackPath, sameSite);
        return proofKey;
    }
}

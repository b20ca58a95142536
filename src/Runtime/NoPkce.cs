namespace Pkce;

/// <summary>
/// Says aloud, in code, that a request goes without PKCE on purpose: for a provider that refuses the parameters.
/// </summary>
/// <remarks>
/// RFC 9700, section 2.1.1, requires PKCE of public clients and recommends it for confidential ones. A client that
/// must do without needs another bond between the code and itself, such as a checked OpenID Connect <c>nonce</c>:
/// name it in the reason. Where a whole member is meant, <see cref="NoPkceAttribute"/> says the same.
/// </remarks>
public static class NoPkce
{
    /// <summary>
    /// Marks the authorization request and the token request of the method, lambda or local function that it is called
    /// in: PKCE1001, PKCE1003 and PKCE1004 are reported there as suppressed, with the reason. Does nothing else.
    /// </summary>
    /// <example>
    /// <code>
    /// NoPkce.Because("shop.example refuses code_challenge (ticket 4711); the nonce is checked instead");
    /// return $"https://shop.example/authorize?response_type=code&amp;client_id={clientId}";
    /// </code>
    /// </example>
    /// <param name="reason">Why, as a constant text for those who review it. An empty one is a finding itself.</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is <see langword="null"/>, empty or white space.</exception>
    public static void Because(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("To go without PKCE needs a reason.", nameof(reason));
    }
}

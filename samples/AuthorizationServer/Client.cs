using Pkce;

namespace AuthorizationServer;

/// <summary>A registered client: a public one unless it has a secret.</summary>
sealed class Client
{
    public string ClientId { get; init; } = "";

    public string RedirectUri { get; init; } = "";

    public string? ClientSecret { get; init; }

    /// <summary>
    /// Whether PKCE is left to a confidential client that protects its codes in another way, such as a checked nonce
    /// (RFC 9700, section 2.1.1). Never true for a public client.
    /// </summary>
    public bool MayOmitPkce { get; init; }

    public ProofKeyPolicy ProofKeyPolicy => MayOmitPkce ? ProofKeyPolicy.S256UnlessOmitted : ProofKeyPolicy.S256Only;

    /// <summary>
    /// The redirect URI is compared as text (RFC 9700, section 4.1.3), but for the port of a loopback redirect, which
    /// a native app takes as it comes (RFC 8252, section 7.3).
    /// </summary>
    public bool HasRedirectUri(string redirectUri)
    {
        if (redirectUri == RedirectUri)
            return true;
        return Uri.TryCreate(redirectUri, UriKind.Absolute, out var requested)
            && requested is { Scheme: "http", Host: "127.0.0.1" or "[::1]" }
            && redirectUri == $"http://{requested.Authority}{requested.PathAndQuery}"
            && RedirectUri == $"http://{requested.Host}{requested.PathAndQuery}";
    }
}

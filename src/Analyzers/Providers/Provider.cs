namespace PkceAnalyzers.Providers;

/// <summary>What an authorization server is known to do about PKCE. The facts carry their date: docs/providers.md.</summary>
/// <param name="Name">As its maker calls it.</param>
/// <param name="Hosts">The hosts of its authorization endpoint.</param>
/// <param name="Transformation">What it compares the challenge with.</param>
/// <param name="Source">Where that is written.</param>
sealed record Provider(string Name, string[] Hosts, Transformation Transformation, string Source)
{
    /// <summary>The providers of whom a rule uses a fact.</summary>
    public static readonly Provider[] All =
    [
        new("TikTok (Login Kit)", ["www.tiktok.com"], Transformation.HexSha256, "https://developers.tiktok.com/doc/login-kit-desktop/"),
    ];

    /// <summary>The provider of a host that the program writes out; null where none is known.</summary>
    public static Provider? OfHost(string host) =>
        Array.Find(All, provider => provider.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));
}

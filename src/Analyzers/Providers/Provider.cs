namespace PkceAnalyzers.Providers;

/// <summary>What an authorization server is known to do about PKCE.</summary>
/// <param name="Name">As its maker calls it.</param>
/// <param name="Hosts">The hosts of its endpoints.</param>
/// <param name="Transformation">What it compares the challenge with.</param>
/// <param name="Source">Where that is written.</param>
sealed record Provider(string Name, string[] Hosts, Transformation Transformation, string Source)
{
    /// <summary>What the URLs of its endpoints hold, where other endpoints of the hosts do something else.</summary>
    public string Path { get; init; } = "";

    /// <summary>The providers of whom a fact is used.</summary>
    public static readonly Provider[] All =
    [
        new("TikTok (Login Kit)", ["www.tiktok.com"], Transformation.HexSha256, "https://developers.tiktok.com/doc/login-kit-desktop/"),
        new("MyAnimeList", ["myanimelist.net"], Transformation.Plain, "https://github.com/pilcrowonpaper/arctic/issues/225"),
        new("Facebook Login", ["www.facebook.com"], Transformation.Refused, "https://github.com/NangoHQ/nango/pull/7156")
        {
            Path = "dialog/oauth",
        },
        new("Facebook Login", ["graph.facebook.com"], Transformation.Refused, "https://github.com/NangoHQ/nango/pull/7156")
        {
            Path = "oauth/access_token",
        },
        new("LinkedIn (web flow)", ["www.linkedin.com"], Transformation.Refused, "https://github.com/UsefulSoftwareCo/executor/issues/2087")
        {
            Path = "oauth/v2/",
        },
        new(
            "Linear",
            ["linear.app", "api.linear.app"],
            Transformation.Refused,
            "https://github.com/pocketbase/pocketbase/blob/5d217ddb/tools/auth/linear.go"
        ),
        new(
            "Open Collective",
            ["opencollective.com"],
            Transformation.Refused,
            "https://github.com/opencollective/opencollective/issues/7996"
        ),
        new(
            "VK (legacy OAuth)",
            ["oauth.vk.com"],
            Transformation.Refused,
            "https://github.com/pocketbase/pocketbase/blob/5d217ddb/tools/auth/vk.go"
        ),
    ];

    /// <summary>The provider of an endpoint that the program writes out; null where none is known.</summary>
    /// <param name="host">Its host.</param>
    /// <param name="url">What is known of its URL.</param>
    public static Provider? OfEndpoint(string host, string url) =>
        Array.Find(
            All,
            provider =>
                provider.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
                && url.IndexOf(provider.Path, StringComparison.OrdinalIgnoreCase) >= 0
        );

    /// <summary>The first provider whose endpoint a text may name; null where it names none.</summary>
    public static Provider? NamedIn(string text) =>
        Array.Find(
            All,
            provider =>
                Array.Exists(provider.Hosts, host => text.IndexOf($"://{host}", StringComparison.OrdinalIgnoreCase) >= 0)
                && text.IndexOf(provider.Path, StringComparison.OrdinalIgnoreCase) >= 0
        );
}

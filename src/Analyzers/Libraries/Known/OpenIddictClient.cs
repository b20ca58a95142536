namespace PkceAnalyzers.Libraries.Known;

/// <summary>OpenIddict's client, which does PKCE where the server says that it can: what is written down of a server by hand has to say
/// so.</summary>
static class OpenIddictClient
{
    /// <summary>Providers whose data tell of no method.</summary>
    static readonly string[] WithoutMethods =
    [
        "Basecamp",
        "Bitbucket",
        "Bitly",
        "Box",
        "BungieNet",
        "Contentful",
        "Dailymotion",
        "Deezer",
        "DeviantArt",
        "Disqus",
        "ExactOnline",
        "Genesys",
        "GitCode",
        "Gitee",
        "Harvest",
        "HeyBoxChat",
        "HubSpot",
        "Kook",
        "Kroger",
        "Lark",
        "Linear",
        "Mailchimp",
        "Mastodon",
        "Meetup",
        "Miro",
        "Mixcloud",
        "Nextcloud",
        "Notion",
        "Osu",
        "Patreon",
        "Pipedrive",
        "Reddit",
        "ServiceChannel",
        "Shopify",
        "Smartsheet",
        "StackExchange",
        "Strava",
        "Streamlabs",
        "StripeConnect",
        "SubscribeStar",
        "Todoist",
        "Trakt",
        "Trovo",
        "Tumblr",
        "Typeform",
        "Vimeo",
        "Webflow",
        "Weibo",
        "Wikimedia",
        "WordPress",
        "Yandex",
    ];

    static readonly ConfiguredType[] Types =
    [
        new(
            "OpenIddict client",
            ["OpenIddict.Abstractions.OpenIddictConfiguration"],
            [
                new("CodeChallengeMethodsSupported", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Given = ["AuthorizationEndpoint"],
                    AtCreation = true,
                    Repair = "{ \"S256\" }",
                    Advice =
                        "write CodeChallengeMethodsSupported = { CodeChallengeMethods.Sha256 }: without it the client takes the "
                        + "server for one without PKCE",
                },
            ]
        )
        {
            Packages = ["OpenIddict.Abstractions"],
        },
        new(
            "OpenIddict client",
            ["OpenIddict.Client.InteractiveChallengeRequest", "OpenIddict.Client.OpenIddictClientModels.InteractiveChallengeRequest"],
            [
                new("CodeChallengeMethod", SettingEffect.Off, ValueCondition.Is("plain", "Plain"))
                {
                    Advice = "leave CodeChallengeMethod out: S256 is then preferred",
                },
            ]
        )
        {
            Packages = ["OpenIddict.Client"],
        },
    ];

    static readonly CallFact[] Calls = [.. WithoutMethods.Select(Unsupported), Unsupported("GitHub") with { Before = new(6, 0) }];

    static CallFact Unsupported(string provider) =>
        new(
            "OpenIddict client",
            "Add" + provider,
            ["Microsoft.Extensions.DependencyInjection.OpenIddictClientWebIntegrationBuilder"],
            SettingEffect.Unsupported
        )
        {
            After = "UseWebProviders",
            Packages = ["OpenIddict.Client.WebIntegration", "OpenIddict"],
            Advice = "register the provider by hand, with CodeChallengeMethodsSupported, where it does PKCE",
        };

    public static readonly Library Library = new()
    {
        Types = Types,
        Calls = Calls,
        Page =
        [
            (
                "OpenIddict client",
                "`CodeChallengeMethodsSupported`: off by default where `AuthorizationEndpoint` is written; "
                    + "`CodeChallengeMethod`: off with `plain`"
            ),
        ],
    };
}

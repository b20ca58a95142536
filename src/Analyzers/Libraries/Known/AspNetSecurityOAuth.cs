namespace PkceAnalyzers.Libraries.Known;

/// <summary>The providers of aspnet-contrib, each a package <c>AspNet.Security.OAuth.*</c> on top of ASP.NET Core's OAuth
/// handler.</summary>
static class AspNetSecurityOAuth
{
    const string Space = "AspNet.Security.OAuth.";

    static readonly string[] Providers =
    [
        "AdobeIO",
        "Airtable",
        "Alipay",
        "Amazon",
        "AmoCrm",
        "Apple",
        "ArcGIS",
        "Asana",
        "Autodesk",
        "Automatic",
        "Baidu",
        "Basecamp",
        "BattleNet",
        "Bilibili",
        "Bitbucket",
        "Buffer",
        "Calendly",
        "CiscoSpark",
        "Coinbase",
        "Deezer",
        "DigitalOcean",
        "Discord",
        "Docusign",
        "Douyin",
        "Dropbox",
        "Ebay",
        "Etsy",
        "EVEOnline",
        "ExactOnline",
        "Feishu",
        "Fitbit",
        "Foursquare",
        "Gitee",
        "GitHub",
        "GitLab",
        "Gitter",
        "Harvest",
        "HealthGraph",
        "Huawei",
        "HubSpot",
        "Imgur",
        "Instagram",
        "Kakao",
        "Keycloak",
        "KOOK",
        "Kroger",
        "LinkedIn",
        "Line",
        "Linear",
        "MailChimp",
        "MailRu",
        "Miro",
        "Mixcloud",
        "Moodle",
        "Myob",
        "Naver",
        "NetEase",
        "Nextcloud",
        "Notion",
        "Odnoklassniki",
        "Okta",
        "Onshape",
        "Patreon",
        "Paypal",
        "Pipedrive",
        "Puro",
        "QQ",
        "QuickBooks",
        "Reddit",
        "Salesforce",
        "ServiceChannel",
        "Shopify",
        "Slack",
        "Smartsheet",
        "Snapchat",
        "SoundCloud",
        "Spotify",
        "StackExchange",
        "Strava",
        "Streamlabs",
        "SuperOffice",
        "Todoist",
        "Trakt",
        "Trovo",
        "Twitch",
        "Typeform",
        "Untappd",
        "Vimeo",
        "VisualStudio",
        "VkId",
        "Vkontakte",
        "Webflow",
        "Weibo",
        "Weixin",
        "WordPress",
        "WorkWeixin",
        "Yahoo",
        "Yammer",
        "Yandex",
        "YouTube",
        "Zalo",
        "Zendesk",
        "Zoho",
    ];

    /// <summary>Providers whose handlers, before 6.0.2, made the request without asking whether PKCE is on; some began to with
    /// 6.0.</summary>
    static readonly (string Provider, Version? Since)[] Deaf =
    [
        ("Automatic", null),
        ("Shopify", null),
        ("Twitch", null),
        ("VisualStudio", null),
        ("Weixin", null),
        ("Ebay", new(6, 0)),
        ("Line", new(6, 0)),
        ("Streamlabs", new(6, 0)),
        ("WorkWeixin", new(6, 0)),
    ];

    static readonly Version Heeded = new(6, 0, 2);

    static readonly (string Provider, Version OnSince)[] SwitchedOn =
    [
        ("JumpCloud", new(8, 0)),
        ("Lichess", new(6, 0)),
        ("Twitter", new(7, 0)),
        ("Xumm", new(7, 0)),
        ("Zoom", new(8, 2)),
    ];

    static readonly ConfiguredType[] Types =
    [
        .. Providers.Except(Deaf.Select(deaf => deaf.Provider)).Select(provider => TypeOf(provider, AspNetCoreAuthentication.OffByDefault)),
        .. Deaf.Select(deaf =>
            TypeOf(
                deaf.Provider,
                [
                    new("UsePkce", SettingEffect.Ineffective, ValueCondition.Is("true"))
                    {
                        From = deaf.Since,
                        Before = Heeded,
                        Advice = "take version 6.0.2 or later of the package, whose handler does PKCE",
                    },
                    new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
                    {
                        From = deaf.Since,
                        Before = Heeded,
                        Advice = "take version 6.0.2 or later of the package and write UsePkce = true; before, it has no effect",
                    },
                    .. AspNetCoreAuthentication.OffByDefault,
                ]
            )
        ),
        .. SwitchedOn.Select(provider =>
            TypeOf(
                provider.Provider,
                [
                    new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
                    new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset) { Before = provider.OnSince, Repair = "true" },
                ]
            )
        ),
    ];

    static ConfiguredType TypeOf(string provider, Setting[] settings) =>
        new("AspNet.Security.OAuth providers", [$"{Space}{provider}.{provider}AuthenticationOptions"], settings)
        {
            // ASP.NET Core has a Twitter handler too, for OAuth 1.0a.
            Packages = [Space + provider],
            Registrations = ["Add" + provider],
            NeedsPackage = provider == "Twitter",
            Receiver = AspNetCoreAuthentication.Builder,
            Needs = AspNetCoreAuthentication.ClientIds,
        };

    public static readonly Library Library = new()
    {
        Types = Types,
        Page =
        [
            (
                "AspNet.Security.OAuth providers",
                "`UsePkce`: off when `false`; not there before 3.0; off by default, but for JumpCloud (on from 8.0), "
                    + "Lichess (6.0), Twitter (7.0), Xumm (7.0) and Zoom (8.2); without effect before 6.0.2 for Automatic, "
                    + "Shopify, Twitch, VisualStudio and Weixin, and in 6.0 for Ebay, Line, Streamlabs and WorkWeixin"
            ),
        ],
    };
}

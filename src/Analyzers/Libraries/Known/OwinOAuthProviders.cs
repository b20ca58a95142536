namespace PkceAnalyzers.Libraries.Known;

/// <summary>OwinOAuthProviders: social logins for OWIN, none of which has PKCE.</summary>
static class OwinOAuthProviders
{
    const string Space = "Owin.Security.Providers.";

    // Those of OpenID 2.0 and OAuth 1.0a have no authorization code.
    static readonly string[] Providers =
    [
        "ArcGISOnline",
        "ArcGISPortal",
        "Asana",
        "Backlog",
        "Baidu",
        "BattleNet",
        "Bitbucket",
        "Box",
        "Buffer",
        "Cosign",
        "DeviantArt",
        "Discord",
        "DoYouBuzz",
        "Dropbox",
        "Fitbit",
        "Foursquare",
        "Geni",
        "GitHub",
        "Gitter",
        "Google",
        "GooglePlus",
        "HealthGraph",
        "Imgur",
        "LinkedIn",
        "MyHeritage",
        "Onshape",
        "Orcid",
        "PayPal",
        "Podbean",
        "Reddit",
        "Salesforce",
        "Shopify",
        "Slack",
        "SoundCloud",
        "Spotify",
        "StackExchange",
        "Twitch",
        "Typeform",
        "Untappd",
        "VKontakte",
        "Vimeo",
        "VisualStudio",
        "WSO2",
        "WordPress",
        "Xing",
        "Yahoo",
        "Yammer",
    ];

    static readonly CallFact[] Calls =
    [
        .. Providers.Select(provider => Of(provider, $"Use{provider}Authentication", $"{provider}AuthenticationExtensions")),
        Of("EVEOnline", "UseEveOnlineAuthentication", "EveOnlineAuthenticationExtensions"),
        Of("Instagram", "UseInstagramInAuthentication", "InstagramAuthenticationExtensions"),
    ];

    static CallFact Of(string provider, string method, string type) =>
        new("OwinOAuthProviders", method, [$"{Space}{provider}.{type}"], SettingEffect.Unsupported)
        {
            Advice = "move to the OpenID Connect middleware with ResponseType = \"code\", or to ASP.NET Core and AspNet.Security.OAuth",
        };

    public static readonly Library Library = new() { Calls = Calls };
}

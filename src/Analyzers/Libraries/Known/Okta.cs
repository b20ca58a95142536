namespace PkceAnalyzers.Libraries.Known;

/// <summary>Okta: its middleware, and its management API, by which clients are registered.</summary>
static class Okta
{
    static readonly ConfiguredType[] Types =
    [
        new(
            "Okta management API",
            ["Okta.Sdk.Model.ApplicationCredentialsOAuthClient"],
            [
                new("PkceRequired", SettingEffect.NotRequired, ValueCondition.Is("false")) { Repair = "true" },
                new("PkceRequired", SettingEffect.NotRequired, ValueCondition.Unset)
                {
                    Repair = "true",
                    Advice = "write PkceRequired = true: what is not set is sent as false",
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["Okta.Sdk"],
        },
    ];

    static readonly CallFact[] Calls =
    [
        new("Okta.AspNet", "UseOktaMvc", ["Okta.AspNet.OktaMiddlewareExtensions"], SettingEffect.OffByDefault)
        {
            Before = new(3, 0),
            Packages = ["Okta.AspNet"],
            Advice = "take Okta.AspNet 3.0 or later, whose middleware does PKCE by itself",
        },
    ];

    public static readonly Library Library = new()
    {
        Types = Types,
        Calls = Calls,
        Page = [("Okta management API", "`PkceRequired`: not required when `false`, or not set, which is sent as `false`")],
    };
}

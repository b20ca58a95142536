namespace PkceAnalyzers.Libraries.Known;

/// <summary>Abblix OIDC Server.</summary>
static class Abblix
{
    const Grants WithCode = Grants.Code | Grants.Hybrid;

    static readonly Setting[] Settings =
    [
        new("PkceRequired", SettingEffect.NotRequired, ValueCondition.Is("false")) { Repair = "true", Of = WithCode },
        new("PlainPkceAllowed", SettingEffect.AllowsPlain, ValueCondition.Is("true")) { Repair = "false" },
    ];

    static readonly ConfiguredType[] Types =
    [
        new(
            "Abblix OIDC Server",
            ["Abblix.Oidc.Server.Features.ClientInformation.ClientInfo"],
            [
                .. Settings,
                new("PkceRequired", SettingEffect.NotRequired, ValueCondition.Unset)
                {
                    Before = new(1, 3),
                    Repair = "true",
                    Of = WithCode,
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["Abblix.Oidc.Server"],
            Grant = new("AllowedGrantTypes", Grants.Code),
        },
        new("Abblix OIDC Server", ["Abblix.Oidc.Server.Model.ClientRegistrationRequest"], Settings)
        {
            Side = Side.Server,
            Packages = ["Abblix.Oidc.Server"],
            Grant = new("GrantTypes", Grants.Code),
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["abblix"],
        Types = Types,
        Page =
        [
            (
                "Abblix OIDC Server",
                "`PkceRequired`: not required when `false`, nor by default before 1.3; `PlainPkceAllowed`: takes plain when `true`"
            ),
        ],
    };
}

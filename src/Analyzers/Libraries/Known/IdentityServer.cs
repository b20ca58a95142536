namespace PkceAnalyzers.Libraries.Known;

/// <summary>Clients registered with IdentityServer3, IdentityServer4, Duende IdentityServer and ABP's module.</summary>
static class IdentityServer
{
    const Grants WithCode = Grants.Code | Grants.Hybrid;
    static readonly (Version, Version) Four = (new(4, 0), new(3, 1));
    const string Hybrid = "; its client has to send PKCE too, which ASP.NET Core's handler does for the response type code only";

    static readonly Setting[] Required =
    [
        new("RequirePkce", SettingEffect.NotRequired, ValueCondition.Is("false")) { Repair = "true", Of = WithCode },
        new("AllowPlainTextPkce", SettingEffect.AllowsPlain, ValueCondition.Is("true")) { Repair = "false" },
        new("AllowedGrantTypes", SettingEffect.FrontChannel, ValueCondition.Grant) { Of = Grants.Token, Repair = "GrantTypes.Code" },
    ];

    static readonly Setting[] RequiredFromFour =
    [
        .. Required,
        new("RequirePkce", SettingEffect.NotRequired, ValueCondition.Unset)
        {
            Before = new(4, 0),
            Repair = "true",
            Of = WithCode,
        },
    ];

    static readonly ConfiguredType[] Types =
    [
        new("IdentityServer4", ["IdentityServer4.Models.Client"], RequiredFromFour)
        {
            Side = Side.Server,
            Grant = new("AllowedGrantTypes", Grants.None),
            Floor = Four,
            Packages =
            [
                "IdentityServer4",
                "IdentityServer4.Storage",
                "IdentityServer4.AspNetIdentity",
                "IdentityServer4.EntityFramework",
                "IdentityServer4.EntityFramework.Storage",
            ],
        },
        new("IdentityServer4", ["IdentityServer4.EntityFramework.Entities.Client"], RequiredFromFour)
        {
            Side = Side.Server,
            Grant = new("AllowedGrantTypes", Grants.None),
            Floor = Four,
            Packages = ["IdentityServer4.EntityFramework.Storage", "IdentityServer4.EntityFramework", "IdentityServer4"],
        },
        new(
            "Duende IdentityServer",
            [
                "Duende.IdentityServer.Models.Client",
                "Duende.IdentityServer.EntityFramework.Entities.Client",
                "Duende.IdentityServer.Admin.Clients.ClientConfiguration",
                "Duende.IdentityServer.Admin.Clients.CreateClient",
                "Duende.IdentityServer.Admin.Clients.UpdateClient",
            ],
            Required
        )
        {
            Side = Side.Server,
            Grant = new("AllowedGrantTypes", Grants.None),
            Packages =
            [
                "Duende.IdentityServer",
                "Duende.IdentityServer.Storage",
                "Duende.IdentityServer.AspNetIdentity",
                "Duende.IdentityServer.EntityFramework",
            ],
        },
        new("ABP IdentityServer module", ["Volo.Abp.IdentityServer.Clients.Client"], Required)
        {
            Side = Side.Server,
            Grant = new("AllowedGrantTypes", WithCode),
            Packages = ["Volo.Abp.IdentityServer.Domain"],
        },
        new(
            "IdentityServer3",
            ["IdentityServer3.Core.Models.Client", "Thinktecture.IdentityServer.Core.Models.Client"],
            [
                new("Flow", SettingEffect.NotRequired, ValueCondition.Is("AuthorizationCode"))
                {
                    Repair = "Flows.AuthorizationCodeWithProofKey",
                },
                new("Flow", SettingEffect.NotRequired, ValueCondition.Is("Hybrid")) { Repair = "Flows.HybridWithProofKey" },
                new("Flow", SettingEffect.FrontChannel, ValueCondition.Is("Implicit")) { Repair = "Flows.AuthorizationCodeWithProofKey" },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["IdentityServer3"],
            Grant = new("Flow", Grants.Token),
        },
    ];

    /// <summary>What a message adds for a client of the hybrid flow.</summary>
    public static string Caution(Grants? grants) => grants?.HasFlag(Grants.Hybrid) == true ? Hybrid : "";

    public static readonly Library Library = new()
    {
        Keywords = ["allowedgranttypes"],
        Types = Types,
        Page =
        [
            (
                "IdentityServer4",
                "`RequirePkce`: not required when `false`; not required by default before 4.0; `AllowPlainTextPkce`: "
                    + "takes plain when `true`; `AllowedGrantTypes`: front channel with the implicit grant"
            ),
            (
                "Duende IdentityServer",
                "`RequirePkce`: not required when `false`; `AllowPlainTextPkce`: takes plain when `true`; "
                    + "`AllowedGrantTypes`: front channel with the implicit grant"
            ),
            (
                "ABP IdentityServer module",
                "`RequirePkce`: not required when `false`; `AllowPlainTextPkce`: takes plain when `true`; "
                    + "`AllowedGrantTypes`: front channel with the implicit grant"
            ),
            ("IdentityServer3", "`Flow`: not required with `AuthorizationCode` and `Hybrid`, front channel with `Implicit`"),
        ],
    };
}

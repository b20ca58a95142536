namespace PkceAnalyzers.Libraries.Known;

/// <summary>OpenIddict's server and the applications that are registered with it; ABP and Orchard Core build on them.</summary>
static class OpenIddict
{
    const string Requirement = "ProofKeyForCodeExchange";
    static readonly string[] Flows = ["AllowAuthorizationCodeFlow()", "AllowHybridFlow()"];

    static readonly ConfiguredType[] Types =
    [
        new(
            "OpenIddict server",
            ["Microsoft.Extensions.DependencyInjection.OpenIddictServerBuilder"],
            [
                // Where applications carry the requirement themselves, it depends on them.
                new("RequireProofKeyForCodeExchange()", SettingEffect.NotRequired, ValueCondition.Unset)
                {
                    Given = Flows,
                    AdviceIf = [Requirement],
                    Advice = "call RequireProofKeyForCodeExchange()",
                    RepairCall = "RequireProofKeyForCodeExchange()",
                },
                new("CodeChallengeMethods", SettingEffect.AllowsPlain, ValueCondition.Unset)
                {
                    Given = Flows,
                    From = new(4, 6),
                    AdviceIf = [""],
                    Advice =
                        "call Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain)): plain is "
                        + "taken by default",
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["OpenIddict.Server", "OpenIddict.AspNetCore", "OpenIddict.Server.AspNetCore", "OpenIddict"],
            Registrations = ["AddServer"],
        },
        new(
            "OpenIddict server",
            ["OpenIddict.Server.OpenIddictServerOptions"],
            [new("RequireProofKeyForCodeExchange", SettingEffect.NotRequired, ValueCondition.Is("false")) { Repair = "true" }]
        )
        {
            Side = Side.Server,
            Packages = ["OpenIddict.Server"],
        },
        new(
            "OpenIddict applications",
            ["OpenIddict.Abstractions.OpenIddictApplicationDescriptor", "Volo.Abp.OpenIddict.Applications.AbpApplicationDescriptor"],
            [
                new("Requirements", SettingEffect.NotRequired, ValueCondition.Unset)
                {
                    Of = Grants.Code | Grants.Hybrid,
                    Given = ["Permissions"],
                    Instead = ["RequireProofKeyForCodeExchange()"],
                    AtCreation = true,
                    AdviceUnless = ["AllowAuthorizationCodeFlow", "AllowHybridFlow"],
                    Advice = "write Requirements = { Requirements.Features.ProofKeyForCodeExchange }",
                    Repair = "{ OpenIddictConstants.Requirements.Features.ProofKeyForCodeExchange }",
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["OpenIddict.Abstractions"],
            Grant = new("Permissions", Grants.None),
        },
        new(
            "Orchard Core",
            [
                "OrchardCore.OpenId.Settings.OpenIdServerSettings",
                "OrchardCore.OpenId.Services.OpenIdApplicationSettings",
                "OrchardCore.OpenId.OpenIdApplicationSettings",
            ],
            [new("RequireProofKeyForCodeExchange", SettingEffect.NotRequired, ValueCondition.Is("false")) { Repair = "true" }]
        )
        {
            Side = Side.Server,
            Packages = ["OrchardCore.OpenId"],
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["openiddict", "proofkey"],
        Types = Types,
        Page =
        [
            (
                "OpenIddict server",
                "`RequireProofKeyForCodeExchange()`: not required where the code or hybrid flow is allowed and nothing "
                    + "in the program calls it (info where applications carry the requirement); `CodeChallengeMethods`: takes "
                    + "plain by default from 4.6 on (info); `RequireProofKeyForCodeExchange`: not required when `false`"
            ),
            (
                "OpenIddict applications",
                "`Requirements`: not required where `Permissions` holds the code grant and nothing requires it (info "
                    + "where the server is not in the program)"
            ),
            ("Orchard Core", "`RequireProofKeyForCodeExchange`: not required when `false`"),
        ],
    };
}

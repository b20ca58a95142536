namespace PkceAnalyzers.Libraries.Known;

/// <summary>The OpenID Connect middleware of OWIN (Katana), its authorization server, and the one that grew out of it.</summary>
static class Katana
{
    const string Advice =
        "write ResponseType = \"code\" and RedeemCode = true, with Microsoft.Owin.Security.OpenIdConnect 4.2 or later: the "
        + "middleware does PKCE for no other response type";

    static readonly string[] ByHand = ["code_challenge", "codechallenge"];

    static readonly ConfiguredType[] Types =
    [
        new(
            "Katana OpenID Connect",
            ["Microsoft.Owin.Security.OpenIdConnect.OpenIdConnectAuthenticationOptions"],
            [
                new("ResponseType", SettingEffect.Ineffective, ValueCondition.Hybrid) { Advice = Advice },
                new("ResponseType", SettingEffect.Ineffective, ValueCondition.Unset) { Advice = Advice },
                new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
                new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Before = new(4, 2),
                    Of = Grants.Code,
                    Advice = "take Microsoft.Owin.Security.OpenIdConnect 4.2 or later, which does PKCE by itself",
                },
                new("ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Advice = Advice },
            ]
        )
        {
            Packages = ["Microsoft.Owin.Security.OpenIdConnect"],
            Grant = new("ResponseType", Grants.Hybrid),
        },
        new(
            "Katana OAuth server",
            ["Microsoft.Owin.Security.OAuth.OAuthAuthorizationServerOptions"],
            [
                new("AuthorizationCodeProvider", SettingEffect.NotRequired, ValueCondition.Written)
                {
                    Unless = ByHand,
                    Message = "Katana's server knows no PKCE",
                    Advice = "move to a server that does, or check code_challenge and code_verifier in its Provider",
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["Microsoft.Owin.Security.OAuth"],
            Registrations = ["UseOAuthAuthorizationServer"],
            Receiver = "IAppBuilder",
        },
        new(
            "AspNet.Security.OpenIdConnect.Server",
            [
                "AspNet.Security.OpenIdConnect.Server.OpenIdConnectServerOptions",
                "Owin.Security.OpenIdConnect.Server.OpenIdConnectServerOptions",
            ],
            [
                new("AuthorizationEndpointPath", SettingEffect.NotRequired, ValueCondition.Written)
                {
                    Unless = ByHand,
                    Message = "AspNet.Security.OpenIdConnect.Server has no way to require it",
                    Advice = "refuse requests without code_challenge in Provider.OnValidateAuthorizationRequest, or move to OpenIddict",
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["AspNet.Security.OpenIdConnect.Server", "Owin.Security.OpenIdConnect.Server"],
            Registrations = ["AddOpenIdConnectServer", "UseOpenIdConnectServer"],
        },
    ];

    public static readonly Library Library = new()
    {
        Types = Types,
        Page =
        [
            (
                "Katana OpenID Connect",
                "`ResponseType`: no PKCE unless exactly `code`, which is not the default, front channel with `token`; "
                    + "`UsePkce`: off when `false`, not there before 4.2"
            ),
            ("Katana OAuth server", "`AuthorizationCodeProvider`: not required where it is set and the program checks no challenge itself"),
            (
                "AspNet.Security.OpenIdConnect.Server",
                "`AuthorizationEndpointPath`: not required where it is set and the program checks no challenge itself"
            ),
        ],
    };
}

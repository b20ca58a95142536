namespace PkceAnalyzers.Libraries.Known;

/// <summary>The remote authentication handlers of ASP.NET Core: <c>AddOAuth</c>, <c>AddOpenIdConnect</c> and what derives from
/// them.</summary>
static class AspNetCoreAuthentication
{
    const string Space = "Microsoft.AspNetCore.Authentication.";
    public const string Builder = "AuthenticationBuilder";
    public static readonly string[] ClientIds = ["ClientId", "AppId"];
    static readonly Version Three = new(3, 0),
        Eight = new(8, 0);

    /// <summary>A handler built on the OAuth handler, whose PKCE is off until it is switched on.</summary>
    public static readonly Setting[] OffByDefault =
    [
        new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
        new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
        {
            Before = Three,
            Advice = "take ASP.NET Core 3.0 or later, whose handler can do PKCE, and write UsePkce = true",
        },
        new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset) { Repair = "true" },
    ];

    /// <summary>A handler that does PKCE by itself from 3.0 on.</summary>
    static readonly Setting[] OnByDefault =
    [
        new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
        new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
        {
            Before = Three,
            Advice = "take ASP.NET Core 3.0 or later, whose handler does PKCE by itself",
        },
    ];

    /// <summary>Of a handler that derives from the OpenID Connect one and keeps its PKCE on.</summary>
    public static readonly Setting[] ResponseType =
    [
        new("ResponseType", SettingEffect.Ineffective, ValueCondition.Hybrid)
        {
            Repair = "\"code\"",
            Advice = "write ResponseType = \"code\", the only one for which the handler does PKCE",
        },
        new("ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Repair = "\"code\"" },
    ];

    public static readonly Setting[] OpenIdConnect =
    [
        new("ResponseType", SettingEffect.Ineffective, ValueCondition.Hybrid)
        {
            Repair = "\"code\"",
            Advice = "write ResponseType = \"code\", the only one for which the handler does PKCE",
        },
        new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
        new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
        {
            Before = Three,
            Of = Grants.Code,
            Advice = "take ASP.NET Core 3.0 or later, whose handler does PKCE by itself",
        },
        new("ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Repair = "\"code\"" },
    ];

    static readonly ConfiguredType[] Types =
    [
        new("ASP.NET Core OAuth handler", [Space + "OAuth.OAuthOptions"], OffByDefault)
        {
            Packages = [Space + "OAuth", "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.All"],
            Registrations = ["AddOAuth"],
            Receiver = Builder,
            Needs = ClientIds,
            FollowsFramework = true,
        },
        new("ASP.NET Core OpenID Connect handler", [Space + "OpenIdConnect.OpenIdConnectOptions"], OpenIdConnect)
        {
            Packages =
            [
                Space + "OpenIdConnect",
                "Microsoft.AspNetCore.App",
                "Microsoft.AspNetCore.All",
                "Volo.Abp.AspNetCore.Authentication.OpenIdConnect",
            ],
            Registrations = ["AddOpenIdConnect", "AddAbpOpenIdConnect"],
            Receiver = Builder,
            Needs = ClientIds,
            FollowsFramework = true,
            Grant = new("ResponseType", Grants.None),
        },
        // Its own options are merged with the handler's by "or": UsePkce = false has no effect on them.
        new(
            "Microsoft.Identity.Web",
            ["Microsoft.Identity.Web.MicrosoftIdentityOptions"],
            [
                new("ResponseType", SettingEffect.Ineffective, ValueCondition.Hybrid)
                {
                    Repair = "\"code\"",
                    Advice = "write ResponseType = \"code\", the only one for which the handler does PKCE",
                },
                new("ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Repair = "\"code\"" },
            ]
        )
        {
            Packages = ["Microsoft.Identity.Web"],
            Registrations = ["AddMicrosoftIdentityWebApp", "AddMicrosoftIdentityWebAppAuthentication"],
            Grant = new("ResponseType", Grants.None),
        },
        new(
            "ASP.NET Core Google handler",
            [Space + "Google.GoogleOptions"],
            [
                new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
                new("UsePkce", SettingEffect.Ineffective, ValueCondition.Is("true"))
                {
                    Before = Eight,
                    Advice = "take version 8.0 or later of the package, whose handler does PKCE",
                },
                new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Before = Eight,
                    Advice =
                        "take version 8.0 or later of the package, whose handler does PKCE by itself; before, UsePkce = true has no effect",
                },
            ]
        )
        {
            Packages = [Space + "Google", "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.All"],
            Registrations = ["AddGoogle"],
            Receiver = Builder,
            Needs = ClientIds,
            FollowsFramework = true,
        },
        new(
            "ASP.NET Core Facebook handler",
            [Space + "Facebook.FacebookOptions"],
            [
                new("UsePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
                new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Before = Three,
                    Advice = "take version 8.0 or later of the package, whose handler does PKCE by itself",
                },
                new("UsePkce", SettingEffect.OffByDefault, ValueCondition.Unset) { Before = Eight, Repair = "true" },
            ]
        )
        {
            Packages = [Space + "Facebook", "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.All"],
            Registrations = ["AddFacebook"],
            Receiver = Builder,
            Needs = ClientIds,
            FollowsFramework = true,
        },
        new("ASP.NET Core Microsoft account handler", [Space + "MicrosoftAccount.MicrosoftAccountOptions"], OnByDefault)
        {
            Packages = [Space + "MicrosoftAccount", "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.All"],
            Registrations = ["AddMicrosoftAccount"],
            Receiver = Builder,
            Needs = ClientIds,
            FollowsFramework = true,
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["addauthentication", "authenticationbuilder", "addgoogle", "addfacebook", "addmicrosoftaccount"],
        Types = Types,
        Page =
        [
            ("ASP.NET Core OAuth handler", "`UsePkce`: off when `false`; off by default, not there before 3.0"),
            (
                "ASP.NET Core OpenID Connect handler",
                "`ResponseType`: no PKCE unless exactly `code`, front channel with `token`; `UsePkce`: off when "
                    + "`false`, not there before 3.0"
            ),
            (
                "Microsoft.Identity.Web",
                "`ResponseType`: no PKCE unless exactly `code`, front channel with `token` (`UsePkce` has no effect "
                    + "there); `EnableTokenAcquisitionToCallDownstreamApi`: the code is redeemed without verifier before "
                    + "1.9.2"
            ),
            ("ASP.NET Core Google handler", "`UsePkce`: off when `false`; off by default, and without effect, before 8.0"),
            ("ASP.NET Core Facebook handler", "`UsePkce`: off when `false`; off by default before 8.0, not there before 3.0"),
            ("ASP.NET Core Microsoft account handler", "`UsePkce`: off when `false`; not there before 3.0"),
        ],
        ExtraParameters =
        [
            new(
                "ASP.NET Core OAuth handler",
                "AdditionalAuthorizationParameters",
                [
                    "Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions",
                    "Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions",
                ]
            ),
        ],
    };
}

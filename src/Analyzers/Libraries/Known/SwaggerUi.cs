namespace PkceAnalyzers.Libraries.Known;

/// <summary>Pages that try out an API and log in for it: Swashbuckle, NSwag, Scalar.</summary>
static class SwaggerUi
{
    static readonly string[][] CodeFlow =
    [
        ["OpenApiOAuthFlows", "AuthorizationCode"],
        ["OpenApiSecurityScheme", "AuthorizationCode"],
        ["AddAbpSwaggerGenWithOAuth"],
        ["AddAbpSwaggerGenWithOidc"],
        ["OpenApiOAuth2Flow", "AccessCode"],
    ];

    static readonly ConfiguredType[] Types =
    [
        new(
            "Swashbuckle",
            ["Swashbuckle.AspNetCore.SwaggerUI.SwaggerUIOptions"],
            [
                new("OAuthUsePkce()", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Before = new(5, 0),
                    Given = ["OAuthClientId()"],
                    Evidence = CodeFlow,
                    Advice = "take Swashbuckle 5.0 or later and call OAuthUsePkce()",
                },
                new("OAuthUsePkce()", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Given = ["OAuthClientId()"],
                    Instead = ["OAuthConfigObject.UsePkceWithAuthorizationCodeGrant", "UsePkceWithAuthorizationCodeGrant"],
                    Evidence = CodeFlow,
                    RepairCall = "OAuthUsePkce()",
                    Advice = "call OAuthUsePkce()",
                },
                new("OAuthConfigObject.UsePkceWithAuthorizationCodeGrant", SettingEffect.Off, ValueCondition.Is("false"))
                {
                    Repair = "true",
                },
            ]
        )
        {
            Packages = ["Swashbuckle.AspNetCore.SwaggerUI", "Swashbuckle.AspNetCore"],
            Registrations = ["UseSwaggerUI", "UseAbpSwaggerUI"],
        },
        new(
            "Swashbuckle",
            ["Swashbuckle.AspNetCore.SwaggerUI.OAuthConfigObject"],
            [
                new("UsePkceWithAuthorizationCodeGrant", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
                new("UsePkceWithAuthorizationCodeGrant", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Given = ["ClientId"],
                    Instead = ["OAuthUsePkce()"],
                    Evidence = CodeFlow,
                    AtCreation = true,
                    Advice = "write UsePkceWithAuthorizationCodeGrant = true",
                },
            ]
        ),
        new(
            "OpenAPI documents",
            ["Microsoft.OpenApi.Models.OpenApiOAuthFlows", "Microsoft.OpenApi.OpenApiOAuthFlows", "NSwag.OpenApiOAuthFlows"],
            [
                new("Implicit", SettingEffect.FrontChannel, ValueCondition.Written)
                {
                    Advice = "declare the AuthorizationCode flow, and switch PKCE on in the page",
                },
            ]
        ),
        new(
            "NSwag",
            ["NSwag.AspNetCore.OAuth2ClientSettings"],
            [
                new("UsePkceWithAuthorizationCodeGrant", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true" },
                new("UsePkceWithAuthorizationCodeGrant", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Before = new(13, 1, 4),
                    Evidence = CodeFlow,
                    Advice = "take NSwag 13.1.4 or later and write UsePkceWithAuthorizationCodeGrant = true",
                },
                new("UsePkceWithAuthorizationCodeGrant", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Repair = "true",
                    Evidence = CodeFlow,
                },
            ]
        )
        {
            Packages = ["NSwag.AspNetCore"],
        },
        new(
            "Scalar",
            ["Scalar.AspNetCore.AuthorizationCodeFlow"],
            [
                new("Pkce", SettingEffect.Off, ValueCondition.Is("No", "Plain")) { Repair = "Pkce.Sha256" },
                new("WithPkce()", SettingEffect.Off, ValueCondition.Is("No", "Plain", ""))
                {
                    Message = "WithPkce without Pkce.Sha256",
                    Advice = "call WithPkce(Pkce.Sha256)",
                },
                new("Pkce", SettingEffect.OffByDefault, ValueCondition.Unset) { Repair = "Pkce.Sha256", Instead = ["WithPkce()"] },
            ]
        )
        {
            Packages = ["Scalar.AspNetCore"],
            Registrations = ["AddAuthorizationCodeFlow"],
            NeedsPackage = true,
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["swaggerui", "openapi"],
        Types = Types,
        Page =
        [
            (
                "Swashbuckle",
                "`OAuthUsePkce()`: off by default where `OAuthClientId` is called and a document declares the code "
                    + "flow, not there before 5.0; `OAuthConfigObject.UsePkceWithAuthorizationCodeGrant`, "
                    + "`UsePkceWithAuthorizationCodeGrant`: off when `false`; the latter off by default where a document "
                    + "declares the code flow"
            ),
            ("OpenAPI documents", "`Implicit`: front channel"),
            (
                "NSwag",
                "`UsePkceWithAuthorizationCodeGrant`: off when `false`; off by default where a document declares the "
                    + "code flow, not there before 13.1.4"
            ),
            (
                "Scalar",
                "`Pkce`: off with `No` or `Plain`; off by default, unless `WithPkce()` is called, which is off with `No` or `Plain`"
            ),
        ],
    };
}

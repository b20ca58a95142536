namespace PkceAnalyzers.Libraries.Known;

/// <summary>Logins of Blazor WebAssembly.</summary>
static class BlazorWebAssembly
{
    static readonly ConfiguredType[] Types =
    [
        new(
            "Blazor WebAssembly authentication",
            ["Microsoft.AspNetCore.Components.WebAssembly.Authentication.RemoteAuthenticationOptions"],
            [new("ProviderOptions.ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Repair = "\"code\"" }]
        )
        {
            Packages = ["Microsoft.AspNetCore.Components.WebAssembly.Authentication"],
            Registrations = ["AddOidcAuthentication"],
        },
        new(
            "Blazor WebAssembly authentication",
            ["Microsoft.AspNetCore.Components.WebAssembly.Authentication.OidcProviderOptions"],
            [new("ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Repair = "\"code\"" }]
        )
        {
            Packages = ["Microsoft.AspNetCore.Components.WebAssembly.Authentication"],
        },
    ];

    public static readonly Library Library = new()
    {
        Types = Types,
        Page = [("Blazor WebAssembly authentication", "`ProviderOptions.ResponseType`, `ResponseType`: front channel with `token`")],
        ExtraParameters =
        [
            new(
                "Blazor WebAssembly authentication",
                "AdditionalProviderParameters",
                ["Microsoft.AspNetCore.Components.WebAssembly.Authentication.OidcProviderOptions"]
            ),
        ],
    };
}

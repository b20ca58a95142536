using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>The Windows App SDK: <c>OAuth2Manager</c>.</summary>
static class WindowsAppSdk
{
    static readonly ConfiguredType[] Types =
    [
        new(
            "Windows App SDK",
            ["Microsoft.Security.Authentication.OAuth.AuthRequestParams"],
            [new("CodeChallengeMethod", SettingEffect.Off, ValueCondition.Is("None", "Plain")) { Repair = "CodeChallengeMethodKind.S256" }]
        )
        {
            Packages = ["Microsoft.WindowsAppSDK"],
        },
    ];

    static readonly RequestApi[] Requests =
    [
        new("Windows App SDK", "AuthRequestParams", ["Microsoft.Security.Authentication.OAuth.AuthRequestParams"], IsToken: false)
        {
            IsObject = true,
            Arguments = [WireNames.ResponseType, WireNames.ClientId, WireNames.RedirectUri],
            TellsResponseType = true,
            Least = 2,
            NamesMethod = true,
            Named = [("CodeChallengeMethod", WireNames.CodeChallenge)],
        },
        new("Windows App SDK", "TokenRequestParams", ["Microsoft.Security.Authentication.OAuth.TokenRequestParams"], IsToken: true)
        {
            IsObject = true,
            Arguments = [WireNames.GrantType],
            Named = RequestApi.UsualNames,
            Least = 1,
        },
    ];

    public static readonly Library Library = new()
    {
        Types = Types,
        Requests = Requests,
        Page = [("Windows App SDK", "`CodeChallengeMethod`: off with `None` or `Plain`")],
    };
}

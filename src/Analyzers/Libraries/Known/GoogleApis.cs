using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>Google.Apis.Auth: flows, the broker that runs one, and requests.</summary>
static class GoogleApis
{
    const string Space = "Google.Apis.Auth.OAuth2.";
    const string Pkce = Space + "Flows.PkceGoogleAuthorizationCodeFlow";
    static readonly string[] FlowTypes =
    [
        Space + "Flows.GoogleAuthorizationCodeFlow",
        Space + "Flows.AuthorizationCodeFlow",
        Space + "Flows.IAuthorizationCodeFlow",
    ];
    static readonly (string, string)[] Names =
    [
        ("ClientId", WireNames.ClientId),
        ("RedirectUri", WireNames.RedirectUri),
        ("Scope", WireNames.Scope),
        ("State", WireNames.StateParameter),
        ("ResponseType", WireNames.ResponseType),
        ("Code", WireNames.Code),
        ("CodeChallenge", WireNames.CodeChallenge),
        ("CodeChallengeMethod", WireNames.CodeChallengeMethod),
        ("CodeVerifier", WireNames.CodeVerifier),
    ];

    static readonly string[] Packages = ["Google.Apis.Auth", "Google.Apis*"];

    /// <summary>A flow that only refreshes a stored token makes no authorization request.</summary>
    static readonly string[][] LogsIn =
    [
        .. from flow in new[] { "GoogleAuthorizationCodeFlow", "AuthorizationCodeFlow" }
        from use in new[]
        {
            "AuthorizationCodeInstalledApp",
            "AuthorizationCodeWebApp",
            "AuthorizationCodeMvcApp",
            "CreateAuthorizationCodeRequest",
            "ExchangeCodeForTokenAsync",
        }
        select new[] { flow, use },
    ];

    static readonly ConfiguredType[] Types =
    [
        new(
            "Google.Apis.Auth",
            [Space + "Flows.GoogleAuthorizationCodeFlow", Space + "Flows.AuthorizationCodeFlow"],
            [
                new("PkceGoogleAuthorizationCodeFlow", SettingEffect.OffByDefault, ValueCondition.Unset)
                {
                    Evidence = LogsIn,
                    Advice =
                        "create a PkceGoogleAuthorizationCodeFlow, and where the code itself makes and redeems the request call "
                        + "the overloads with codeVerifier (Google.Apis.Auth 1.61 or later)",
                },
            ]
        )
        {
            Packages = Packages,
        },
    ];

    static readonly CallFact[] Calls =
    [
        new("Google.Apis.Auth", "AuthorizeAsync", [Space + "GoogleWebAuthorizationBroker"], SettingEffect.OffByDefault)
        {
            IsStatic = true,
            Before = new(1, 61),
            Packages = Packages,
            Advice = "take Google.Apis.Auth 1.61 or later, whose broker does PKCE by itself",
        },
        new("Google.Apis.Auth", "AuthorizeAsync", [Space + "GoogleWebAuthorizationBroker"], SettingEffect.Off)
        {
            IsStatic = true,
            Argument = new("usePkce", null, "false"),
            Packages = Packages,
            Advice = "write usePkce: true, or leave the argument out",
        },
        // The flow with PKCE has the methods of the flow without.
        new("Google.Apis.Auth", "CreateAuthorizationCodeRequest", FlowTypes, SettingEffect.Ineffective)
        {
            On = Pkce,
            Count = 1,
            Message = "the inherited CreateAuthorizationCodeRequest(redirectUri)",
            Advice = "call CreateAuthorizationCodeRequest(redirectUri, out codeVerifier), and redeem the code with that codeVerifier",
        },
        new("Google.Apis.Auth", "ExchangeCodeForTokenAsync", FlowTypes, SettingEffect.Ineffective)
        {
            On = Pkce,
            Count = 4,
            Message = "the inherited ExchangeCodeForTokenAsync without codeVerifier",
            Advice = "call the overload that takes the codeVerifier of the authorization request",
        },
    ];

    static readonly RequestApi[] Requests =
    [
        new("Google.Apis.Auth", "AuthorizationCodeTokenRequest", [Space + "Requests.AuthorizationCodeTokenRequest"], IsToken: true)
        {
            IsObject = true,
            Named = Names,
            Proof = ["CodeVerifier"],
        },
        new("Google.Apis.Auth", "GoogleAuthorizationCodeRequestUrl", [Space + "Requests.GoogleAuthorizationCodeRequestUrl"], IsToken: false)
        {
            IsObject = true,
            Named = Names,
            IsCompletedElsewhere = true,
            Proof = ["CodeChallenge", "CodeChallengeMethod"],
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["googleauthorization", "googlewebauthorization"],
        Types = Types,
        Calls = Calls,
        Requests = Requests,
        Page =
        [
            (
                "Google.Apis.Auth",
                "`PkceGoogleAuthorizationCodeFlow`: not used where the flow logs in, or used by its inherited "
                    + "`CreateAuthorizationCodeRequest` and `ExchangeCodeForTokenAsync`; `AuthorizeAsync` of the broker: off "
                    + "before 1.61, or with `usePkce: false`"
            ),
        ],
    };
}

namespace PkceAnalyzers.Catalog;

/// <summary>Google.Apis.Auth: flows, and the broker that runs one.</summary>
static class GoogleApis
{
    const string Flow = "GoogleAuthorizationCodeFlow";
    static readonly string[] Packages = ["Google.Apis.Auth", "Google.Apis*"];

    /// <summary>A flow that only refreshes a stored token makes no authorization request.</summary>
    static readonly string[][] LogsIn =
    [
        [Flow, "AuthorizationCodeInstalledApp"], [Flow, "AuthorizationCodeWebApp"], [Flow, "AuthorizationCodeMvcApp"], [Flow, "CreateAuthorizationCodeRequest"], [Flow, "ExchangeCodeForTokenAsync"],
    ];

    public static readonly ConfiguredType[] Types =
    [
        new("Google.Apis.Auth", ["Google.Apis.Auth.OAuth2.Flows.GoogleAuthorizationCodeFlow"],
        [
            new("PkceGoogleAuthorizationCodeFlow", Fact.OffByDefault, When.Unset)
            {
                Evidence = LogsIn, Advice = "create a PkceGoogleAuthorizationCodeFlow, and where the code itself makes and redeems the request call the overloads with codeVerifier (Google.Apis.Auth 1.61 or later)",
            },
        ])
        {
            Packages = Packages,
        },
    ];

    public static readonly CallFact[] Calls =
    [
        new("Google.Apis.Auth", "AuthorizeAsync", ["Google.Apis.Auth.OAuth2.GoogleWebAuthorizationBroker"], Fact.OffByDefault)
        {
            IsStatic = true, Before = new(1, 61), Packages = Packages, Advice = "take Google.Apis.Auth 1.61 or later, whose broker does PKCE by itself",
        },
        new("Google.Apis.Auth", "AuthorizeAsync", ["Google.Apis.Auth.OAuth2.GoogleWebAuthorizationBroker"], Fact.Off)
        {
            IsStatic = true, Argument = ("usePkce", "false"), Packages = Packages, Advice = "write usePkce: true, or leave the argument out",
        },
    ];
}

using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>IdentityModel, now Duende.IdentityModel: helpers for requests.</summary>
static class IdentityModel
{
    static readonly (string, string)[] Names =
    [
        ("ClientId", WireNames.ClientId),
        ("ClientSecret", WireNames.ClientSecret),
        ("ResponseType", WireNames.ResponseType),
        ("Scope", WireNames.Scope),
        ("RedirectUri", WireNames.RedirectUri),
        ("State", WireNames.StateParameter),
        ("Nonce", "nonce"),
        ("Code", WireNames.Code),
        ("CodeChallenge", WireNames.CodeChallenge),
        ("CodeChallengeMethod", WireNames.CodeChallengeMethod),
        ("CodeVerifier", WireNames.CodeVerifier),
        ("Request", WireNames.Request),
        ("RequestUri", WireNames.RequestUri),
    ];

    /// <summary>Members and arguments that take further parameters.</summary>
    static readonly string[] Extra = ["Parameters", "parameters", "extra"];

    static readonly string[] Spaces = ["IdentityModel.Client.", "Duende.IdentityModel.Client.", "Thinktecture.IdentityModel.Client."];

    static readonly RequestApi[] Requests =
    [
        new(
            "IdentityModel",
            "CreateAuthorizeUrl",
            Of("RequestUrlExtensions", "AuthorizeRequestExtensions", "AuthorizeRequest", "OAuth2Client", "OAuth2ClientExtensions"),
            IsToken: false
        )
        {
            Arguments =
            [
                WireNames.ClientId,
                WireNames.ResponseType,
                WireNames.Scope,
                WireNames.RedirectUri,
                WireNames.StateParameter,
                "nonce",
                "",
                "",
                "",
                "",
                WireNames.CodeChallenge,
                WireNames.CodeChallengeMethod,
            ],
            Named = Names,
            ExtraMembers = Extra,
            TellsResponseType = true,
            Least = 2,
            Proof = ["codeChallenge", "codeChallengeMethod"],
            GivesUrl = true,
        },
        new("IdentityModel", "CreateCodeFlowUrl", Of("OAuth2Client", "OAuth2ClientExtensions"), IsToken: false)
        {
            Arguments = [WireNames.ClientId, WireNames.Scope, WireNames.RedirectUri],
            Named = Names,
            ExtraMembers = Extra,
            GivesUrl = true,
        },
        new("IdentityModel", "RequestAuthorizationCodeTokenAsync", Of("TokenClient"), IsToken: true)
        {
            Arguments = [WireNames.Code, WireNames.RedirectUri, WireNames.CodeVerifier],
            Named = Names,
            ExtraMembers = Extra,
            Least = 2,
            FirstIsText = true,
            Proof = ["codeVerifier"],
        },
        new("IdentityModel", "RequestAuthorizationCodeAsync", Of("TokenClient", "TokenClientExtensions", "OAuth2Client"), IsToken: true)
        {
            Arguments = [WireNames.Code, WireNames.RedirectUri, WireNames.CodeVerifier],
            Named = Names,
            ExtraMembers = Extra,
            Least = 2,
            FirstIsText = true,
            Proof = ["codeVerifier"],
        },
        new("IdentityModel", "AuthorizationCodeTokenRequest", Of("AuthorizationCodeTokenRequest"), IsToken: true)
        {
            IsObject = true,
            Named = Names,
            ExtraMembers = Extra,
            Proof = ["CodeVerifier"],
        },
        new("IdentityModel", "PushedAuthorizationRequest", Of("PushedAuthorizationRequest"), IsToken: false)
        {
            IsObject = true,
            Named = Names,
            ExtraMembers = Extra,
            TellsResponseType = true,
            Proof = ["CodeChallenge", "CodeChallengeMethod"],
        },
    ];

    static string[] Of(params string[] types) => [.. types.SelectMany(type => Spaces.Select(space => space + type))];

    public static readonly Library Library = new()
    {
        Requests = Requests,
        ExtraParameters =
        [
            new(
                "IdentityModel.OidcClient",
                "FrontChannelExtraParameters",
                [
                    .. from space in new[] { "IdentityModel.OidcClient.", "Duende.IdentityModel.OidcClient." }
                    from type in new[] { "LoginRequest", "OidcClientOptions" }
                    select space + type,
                ]
            ),
        ],
    };
}

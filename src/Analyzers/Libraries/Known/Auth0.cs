namespace PkceAnalyzers.Libraries.Known;

/// <summary>Auth0's SDKs: the API client, and the login of a web application.</summary>
static class Auth0
{
    static readonly ConfiguredType[] Types =
    [
        new(
            "Auth0.AspNetCore.Authentication",
            ["Auth0.AspNetCore.Authentication.Auth0WebAppOptions"],
            AspNetCoreAuthentication.ResponseType
        )
        {
            Packages = ["Auth0.AspNetCore.Authentication"],
            Registrations = ["AddAuth0WebAppAuthentication"],
            Grant = new("ResponseType", Grants.None),
        },
    ];

    static readonly RequestApi[] Requests =
    [
        new(
            "Auth0.AuthenticationApi",
            "AuthorizationCodeTokenRequest",
            ["Auth0.AuthenticationApi.Models.AuthorizationCodeTokenRequest"],
            IsToken: true
        )
        {
            IsObject = true,
            Named = RequestApi.UsualNames,
            ExtraMembers = ["AdditionalProperties"],
            ProofType = "AuthorizationCodePkceTokenRequest",
            Proof = ["CodeVerifier"],
        },
        new(
            "Auth0.AuthenticationApi",
            "BuildAuthorizationUrl",
            [
                "Auth0.AuthenticationApi.AuthenticationApiClientExtensions",
                "Auth0.AuthenticationApi.AuthenticationApiClient",
                "Auth0.AuthenticationApi.IAuthenticationApiClient",
            ],
            IsToken: false
        )
        {
            TellsResponseType = true,
            ResponseTypeCall = "WithResponseType",
            ParameterCall = "WithValue",
        },
        new(
            "Auth0.AuthenticationApi",
            "PushedAuthorizationRequest",
            ["Auth0.AuthenticationApi.Models.PushedAuthorizationRequest"],
            IsToken: false
        )
        {
            IsObject = true,
            Named = RequestApi.UsualNames,
            ExtraMembers = ["AdditionalProperties"],
            TellsResponseType = true,
            Proof = ["CodeChallenge", "CodeChallengeMethod"],
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["buildauthorizationurl"],
        Types = Types,
        Requests = Requests,
        Page = [("Auth0.AspNetCore.Authentication", "`ResponseType`: no PKCE unless exactly `code`, front channel with `token`")],
    };
}

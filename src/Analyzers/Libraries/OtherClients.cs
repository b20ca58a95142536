using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>Clients with one switch each.</summary>
static class OtherClients
{
    static readonly Setting[] ResponseType =
    [
        new("ResponseType", Fact.Ineffective, When.Hybrid)
        {
            Repair = "\"code\"",
            Advice = "write ResponseType = \"code\", the only one for which the handler does PKCE",
        },
        new("ResponseType", Fact.FrontChannel, When.FrontChannel) { Repair = "\"code\"" },
    ];

    static readonly (string, string)[] Names =
    [
        ("CodeChallenge", WireNames.CodeChallenge),
        ("CodeChallengeMethod", WireNames.CodeChallengeMethod),
        ("CodeVerifier", WireNames.CodeVerifier),
        ("Scope", WireNames.Scope),
        ("State", WireNames.StateParameter),
        ("Code", WireNames.Code),
        ("RedirectUri", WireNames.RedirectUri),
        ("ClientId", WireNames.ClientId),
        ("ClientSecret", WireNames.ClientSecret),
        ("ResponseType", WireNames.ResponseType),
    ];

    public static readonly RequestApi[] Requests =
    [
        new("SpotifyAPI-NET", "LoginRequest", ["SpotifyAPI.Web.LoginRequest"], IsToken: false)
        {
            IsObject = true,
            Arguments = [WireNames.RedirectUri, WireNames.ClientId, WireNames.ResponseType],
            Named = Names,
            TellsResponseType = true,
            Least = 3,
            Proof = ["CodeChallenge", "CodeChallengeMethod"],
        },
        new("SpotifyAPI-NET", "AuthorizationCodeTokenRequest", ["SpotifyAPI.Web.AuthorizationCodeTokenRequest"], IsToken: true)
        {
            IsObject = true,
            Arguments = [WireNames.ClientId, WireNames.ClientSecret, WireNames.Code, WireNames.RedirectUri],
            Least = 4,
        },
        new(
            "Auth0.AuthenticationApi",
            "AuthorizationCodeTokenRequest",
            ["Auth0.AuthenticationApi.Models.AuthorizationCodeTokenRequest"],
            IsToken: true
        )
        {
            IsObject = true,
            Named = Names,
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
            Named = Names,
            TellsResponseType = true,
            Proof = ["CodeChallenge", "CodeChallengeMethod"],
        },
        new("Dropbox SDK", "GetAuthorizeUri", ["Dropbox.Api.DropboxOAuth2Helper"], IsToken: false)
        {
            IsStatic = true,
            Arguments =
            [
                WireNames.ResponseType,
                WireNames.ClientId,
                WireNames.RedirectUri,
                WireNames.StateParameter,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                WireNames.CodeChallenge,
            ],
            Named = Names,
            TellsResponseType = true,
            Least = 2,
            Proof = ["codeChallenge"],
            NamesMethod = true,
        },
        new("Dropbox SDK", "ProcessCodeFlowAsync", ["Dropbox.Api.DropboxOAuth2Helper"], IsToken: true)
        {
            IsStatic = true,
            Arguments = [WireNames.Code, WireNames.ClientId, WireNames.ClientSecret, WireNames.RedirectUri, "", WireNames.CodeVerifier],
            Named = Names,
            Least = 2,
            Proof = ["codeVerifier"],
        },
        new(
            "Xero SDK",
            "BuildLoginUri",
            ["Xero.NetStandard.OAuth2.Client.XeroClient", "Xero.NetStandard.OAuth2.Client.IXeroClient"],
            IsToken: false
        ),
        new(
            "Xero SDK",
            "RequestAccessTokenAsync",
            ["Xero.NetStandard.OAuth2.Client.XeroClient", "Xero.NetStandard.OAuth2.Client.IXeroClient"],
            IsToken: true
        )
        {
            Arguments = [WireNames.Code],
            Least = 1,
        },
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
            Named = Names,
            Least = 1,
        },
    ];

    public static readonly CallFact[] Calls =
    [
        new("Okta.AspNet", "UseOktaMvc", ["Okta.AspNet.OktaMiddlewareExtensions"], Fact.OffByDefault)
        {
            Before = new(3, 0),
            Packages = ["Okta.AspNet"],
            Advice = "take Okta.AspNet 3.0 or later, whose middleware does PKCE by itself",
        },
        new("AppAuth for Android", "SetCodeVerifier", ["OpenId.AppAuth.Builder", "OpenId.AppAuth.AuthorizationRequest.Builder"], Fact.Off)
        {
            Argument = new(null, 0, ""),
            Says = "SetCodeVerifier(null)",
            Advice = "leave the call out: the builder makes a verifier by itself",
        },
    ];

    public static readonly ConfiguredType[] Types =
    [
        new("Auth0.AspNetCore.Authentication", ["Auth0.AspNetCore.Authentication.Auth0WebAppOptions"], ResponseType)
        {
            Packages = ["Auth0.AspNetCore.Authentication"],
            Registrations = ["AddAuth0WebAppAuthentication"],
            Grant = new("ResponseType", Grants.None),
        },
        new("Duende BFF", ["Duende.Bff.Configuration.OidcConfiguration"], ResponseType)
        {
            Packages = ["Duende.BFF"],
            Grant = new("ResponseType", Grants.None),
        },
        new(
            "Blazor WebAssembly authentication",
            ["Microsoft.AspNetCore.Components.WebAssembly.Authentication.RemoteAuthenticationOptions"],
            [new("ProviderOptions.ResponseType", Fact.FrontChannel, When.FrontChannel) { Repair = "\"code\"" }]
        )
        {
            Packages = ["Microsoft.AspNetCore.Components.WebAssembly.Authentication"],
            Registrations = ["AddOidcAuthentication"],
        },
        new(
            "Blazor WebAssembly authentication",
            ["Microsoft.AspNetCore.Components.WebAssembly.Authentication.OidcProviderOptions"],
            [new("ResponseType", Fact.FrontChannel, When.FrontChannel) { Repair = "\"code\"" }]
        )
        {
            Packages = ["Microsoft.AspNetCore.Components.WebAssembly.Authentication"],
        },
        new(
            "Windows App SDK",
            ["Microsoft.Security.Authentication.OAuth.AuthRequestParams"],
            [new("CodeChallengeMethod", Fact.Off, When.Is("None", "Plain")) { Repair = "CodeChallengeMethodKind.S256" }]
        )
        {
            Packages = ["Microsoft.WindowsAppSDK"],
        },
    ];
}

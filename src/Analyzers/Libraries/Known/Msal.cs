using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>MSAL.NET, its predecessor ADAL.NET, and what is built on it: builders of requests.</summary>
static class Msal
{
    const string Space = "Microsoft.Identity.Client.";
    static readonly string[] Confidential =
    [
        Space + "IConfidentialClientApplication",
        Space + "ConfidentialClientApplication",
        Space + "IByRefreshToken",
    ];
    static readonly string[] Adal = ["Microsoft.IdentityModel.Clients.ActiveDirectory.AuthenticationContext"];

    /// <summary>Calls that add further parameters to the request.</summary>
    static readonly string[] Extra = ["WithExtraQueryParameters", "WithExtraBodyParameters"];

    static readonly CallFact[] Calls =
    [
        new("MSAL.NET", "WithPkce", [Space + "GetAuthorizationRequestUrlParameterBuilder"], SettingEffect.Ineffective)
        {
            Argument = new("codeVerifier", 0, GivenArgument.Discard),
            Message = "WithPkce(out _), which throws the code_verifier away",
            Advice = "keep what WithPkce gives, and hand it to WithPkceCodeVerifier when the code is redeemed",
        },
        new(
            "Microsoft.Identity.Web",
            "EnableTokenAcquisitionToCallDownstreamApi",
            [
                "Microsoft.Identity.Web.MicrosoftIdentityWebAppAuthenticationBuilder",
                "Microsoft.Identity.Web.MicrosoftIdentityWebAppAuthenticationBuilderExtensions",
            ],
            SettingEffect.Ineffective
        )
        {
            Before = new(1, 9, 2),
            After = "AddMicrosoftIdentityWebApp",
            Packages = ["Microsoft.Identity.Web"],
            Message = "Microsoft.Identity.Web before 1.9.2, which redeems the code without code_verifier",
            Advice = "take version 1.9.2 or later of the package",
        },
    ];

    static readonly RequestApi[] Requests =
    [
        new("MSAL.NET", "GetAuthorizationRequestUrl", Confidential, IsToken: false)
        {
            Arguments = [WireNames.Scope],
            ProofCalls = ["WithPkce"],
            ExtraCalls = Extra,
        },
        new("MSAL.NET", "AcquireTokenByAuthorizationCode", Confidential, IsToken: true)
        {
            Arguments = [WireNames.Scope, WireNames.Code],
            ProofCalls = ["WithPkceCodeVerifier"],
            ExtraCalls = Extra,
        },
        new("MSAL.NET", "AcquireTokenByAuthorizationCodeAsync", Confidential, IsToken: true)
        {
            Arguments = [WireNames.Code, WireNames.Scope],
        },
        new("ADAL.NET", "AcquireTokenByAuthorizationCodeAsync", Adal, IsToken: true)
        {
            Arguments = [WireNames.Code, WireNames.RedirectUri],
        },
        new("ADAL.NET", "AcquireTokenByAuthorizationCode", Adal, IsToken: true) { Arguments = [WireNames.Code, WireNames.RedirectUri] },
        new("ADAL.NET", "GetAuthorizationRequestUrlAsync", Adal, IsToken: false)
        {
            Arguments = ["resource", WireNames.ClientId, WireNames.RedirectUri],
        },
        new("ADAL.NET", "GetAuthorizationRequestURL", Adal, IsToken: false)
        {
            Arguments = ["resource", WireNames.ClientId, WireNames.RedirectUri],
        },
    ];

    public static readonly Library Library = new() { Calls = Calls, Requests = Requests };
}

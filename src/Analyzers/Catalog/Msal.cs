namespace PkceAnalyzers.Catalog;

/// <summary>MSAL.NET and its predecessor ADAL.NET: builders of requests.</summary>
static class Msal
{
    const string Space = "Microsoft.Identity.Client.";
    static readonly string[] Confidential = [Space + "IConfidentialClientApplication", Space + "ConfidentialClientApplication", Space + "IByRefreshToken"];
    static readonly string[] Adal = ["Microsoft.IdentityModel.Clients.ActiveDirectory.AuthenticationContext"];

    public static readonly RequestApi[] Requests =
    [
        new("MSAL.NET", "GetAuthorizationRequestUrl", Confidential, IsToken: false) { Arguments = [WireNames.Scope], ProofCalls = ["WithPkce"] },
        new("MSAL.NET", "AcquireTokenByAuthorizationCode", Confidential, IsToken: true) { Arguments = [WireNames.Scope, WireNames.Code], ProofCalls = ["WithPkceCodeVerifier"] },
        new("MSAL.NET", "AcquireTokenByAuthorizationCodeAsync", Confidential, IsToken: true) { Arguments = [WireNames.Code, WireNames.Scope] },
        new("ADAL.NET", "AcquireTokenByAuthorizationCodeAsync", Adal, IsToken: true) { Arguments = [WireNames.Code, WireNames.RedirectUri] },
        new("ADAL.NET", "AcquireTokenByAuthorizationCode", Adal, IsToken: true) { Arguments = [WireNames.Code, WireNames.RedirectUri] },
        new("ADAL.NET", "GetAuthorizationRequestUrlAsync", Adal, IsToken: false) { Arguments = ["resource", WireNames.ClientId, WireNames.RedirectUri] },
        new("ADAL.NET", "GetAuthorizationRequestURL", Adal, IsToken: false) { Arguments = ["resource", WireNames.ClientId, WireNames.RedirectUri] },
    ];
}

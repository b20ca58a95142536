namespace PkceAnalyzers.Catalog;

/// <summary>The OpenID Connect middleware of OWIN (Katana).</summary>
static class Katana
{
    const string Advice = "write ResponseType = \"code\" and RedeemCode = true, with Microsoft.Owin.Security.OpenIdConnect 4.2 or later: the middleware does PKCE for no other response type";

    public static readonly ConfiguredType[] Types =
    [
        new("Katana OpenID Connect", ["Microsoft.Owin.Security.OpenIdConnect.OpenIdConnectAuthenticationOptions"],
        [
            new("ResponseType", Fact.Ineffective, When.Hybrid) { Advice = Advice },
            new("ResponseType", Fact.Ineffective, When.Unset) { Advice = Advice },
            new("UsePkce", Fact.Off, When.Is("false")) { Repair = "true" },
            new("UsePkce", Fact.OffByDefault, When.Unset) { Before = new(4, 2), Of = Grants.Code, Advice = "take Microsoft.Owin.Security.OpenIdConnect 4.2 or later, which does PKCE by itself" },
            new("ResponseType", Fact.FrontChannel, When.FrontChannel) { Advice = Advice },
        ])
        {
            Packages = ["Microsoft.Owin.Security.OpenIdConnect"], Grant = new("ResponseType", Grants.Hybrid),
        },
    ];
}

namespace PkceAnalyzers.Catalog;

/// <summary>The remote authentication handlers of ASP.NET Core: <c>AddOAuth</c>, <c>AddOpenIdConnect</c> and what derives from them.</summary>
static class AspNetCoreAuthentication
{
    public static readonly Setting[] Settings =
    [
        new("Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions", "UsePkce", Off: false, On: "true"),
        new("Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions", "UsePkce", Off: false, On: "true"),
    ];
}

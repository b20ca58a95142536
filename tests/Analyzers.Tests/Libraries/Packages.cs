using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>Packages as they are shipped, each with those that its surface needs.</summary>
public static class Packages
{
    static readonly string[] TokenModel = ["Microsoft.IdentityModel.Abstractions", "Microsoft.IdentityModel.Protocols", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "Microsoft.IdentityModel.Tokens"];

    public static readonly MetadataReference[] Msal = ShippedLibrary.Newest("Microsoft.Identity.Client", "Microsoft.IdentityModel.Abstractions");
    public static readonly MetadataReference[] MicrosoftIdentityWeb = ShippedLibrary.Newest(
        ["Microsoft.Identity.Web", "Microsoft.Identity.Web.TokenAcquisition", "Microsoft.Identity.Client", "Microsoft.AspNetCore.Authentication.OpenIdConnect", .. TokenModel]);
    public static readonly MetadataReference[] Adal = ShippedLibrary.Newest("Microsoft.IdentityModel.Clients.ActiveDirectory");
    public static readonly MetadataReference[] GoogleApisAuth = ShippedLibrary.Newest("Google.Apis", "Google.Apis.Auth", "Google.Apis.Core");
    public static readonly MetadataReference[] AzureIdentity = ShippedLibrary.Newest("Azure.Identity", "Azure.Core", "Microsoft.Identity.Client");
    public static readonly MetadataReference[] BlazorAuthentication = ShippedLibrary.Newest("Microsoft.AspNetCore.Components.WebAssembly.Authentication");
    public static readonly MetadataReference[] SwaggerUi = ShippedLibrary.Newest("Swashbuckle.AspNetCore.SwaggerUI");
    public static readonly MetadataReference[] NSwag = ShippedLibrary.Newest("NSwag.AspNetCore", "NSwag.Core");
    public static readonly MetadataReference[] Scalar = ShippedLibrary.Newest("Scalar.AspNetCore");
    public static readonly MetadataReference[] OpenApi = ShippedLibrary.Newest("Microsoft.OpenApi");
    public static readonly MetadataReference[] OpenIdConnect = ShippedLibrary.Newest(["Microsoft.AspNetCore.Authentication.OpenIdConnect", .. TokenModel]);
    public static readonly MetadataReference[] OpenIdConnectMessages = ShippedLibrary.Newest(TokenModel);
    public static readonly MetadataReference[] GoogleHandler = ShippedLibrary.Newest("Microsoft.AspNetCore.Authentication.Google");
    public static readonly MetadataReference[] OpenIddict = ShippedLibrary.Newest(
        "OpenIddict.Abstractions", "OpenIddict.Client", "OpenIddict.Client.WebIntegration", "OpenIddict.Core", "OpenIddict.Server", "OpenIddict.Server.AspNetCore");
    public static readonly MetadataReference[] IdentityModel = ShippedLibrary.Newest("IdentityModel");
    public static readonly MetadataReference[] DuendeIdentityModel = ShippedLibrary.Newest("Duende.IdentityModel");
    public static readonly MetadataReference[] Flurl = ShippedLibrary.Newest("Flurl", "Flurl.Http");
    public static readonly MetadataReference[] RestSharp = ShippedLibrary.Newest("RestSharp");
    public static readonly MetadataReference[] NewtonsoftJson = ShippedLibrary.Newest("Newtonsoft.Json");
    public static readonly MetadataReference[] Owin = ShippedLibrary.Newest("Microsoft.Owin");
    public static readonly MetadataReference[] WindowsAppSdk = ShippedLibrary.Newest("Microsoft.WindowsAppSDK.Foundation");
    public static readonly MetadataReference[] Octokit = ShippedLibrary.Newest("Octokit");
    public static readonly MetadataReference[] Stripe = ShippedLibrary.Newest("Stripe.net");
}

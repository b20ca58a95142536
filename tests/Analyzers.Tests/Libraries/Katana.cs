using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Microsoft.Owin.Security.OpenIdConnect that the tests use, in any version.</summary>
static class Katana
{
    public static MetadataReference Of(string version) => Library.Compile("Microsoft.Owin.Security.OpenIdConnect", $$"""
        [assembly: System.Reflection.AssemblyVersion("{{version}}")]

        namespace Microsoft.Owin.Security.OpenIdConnect
        {
            public class OpenIdConnectAuthenticationOptions
            {
                public string ClientId { get; set; }
                public string ResponseType { get; set; } = "code id_token";
                public bool RedeemCode { get; set; }
                public bool UsePkce { get; set; } = true;
            }
        }
        """);
}

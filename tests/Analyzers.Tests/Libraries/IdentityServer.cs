using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of IdentityServer4 and Duende IdentityServer that the tests use, in any version.</summary>
static class IdentityServer
{
    public static MetadataReference Four(string version) => Of("IdentityServer4", version);

    public static MetadataReference Duende { get; } = Of("Duende.IdentityServer", "7.0.0.0");

    static MetadataReference Of(string name, string version) => Library.Compile(name, $$"""
        using System.Collections.Generic;

        [assembly: System.Reflection.AssemblyVersion("{{version}}")]

        namespace {{name}}.Models
        {
            public class Client
            {
                public string ClientId { get; set; }
                public ICollection<string> AllowedGrantTypes { get; set; } = new List<string>();
                public bool RequirePkce { get; set; }
                public bool AllowPlainTextPkce { get; set; }
            }

            public static class GrantTypes
            {
                public static ICollection<string> Implicit => new[] { "implicit" };
                public static ICollection<string> Hybrid => new[] { "hybrid" };
                public static ICollection<string> Code => new[] { "authorization_code" };
                public static ICollection<string> CodeAndClientCredentials => new[] { "authorization_code", "client_credentials" };
                public static ICollection<string> ClientCredentials => new[] { "client_credentials" };
            }

            public static class GrantType
            {
                public const string AuthorizationCode = "authorization_code";
                public const string DeviceFlow = "urn:ietf:params:oauth:grant-type:device_code";
            }
        }
        """);
}

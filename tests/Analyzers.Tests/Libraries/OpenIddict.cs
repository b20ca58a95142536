using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of OpenIddict that the tests use, in any version.</summary>
static class OpenIddict
{
    public static MetadataReference Of(string version) => Library.Compile("OpenIddict.Server", $$"""
        using System;
        using System.Collections.Generic;
        using Microsoft.Extensions.DependencyInjection;

        [assembly: System.Reflection.AssemblyVersion("{{version}}")]

        namespace OpenIddict.Abstractions
        {
            public class OpenIddictApplicationDescriptor
            {
                public string ClientId { get; set; }
                public HashSet<string> Permissions { get; } = new();
                public HashSet<string> Requirements { get; } = new();
            }

            public static class OpenIddictConstants
            {
                public static class Permissions
                {
                    public static class GrantTypes
                    {
                        public const string AuthorizationCode = "gt:authorization_code";
                        public const string ClientCredentials = "gt:client_credentials";
                    }
                }

                public static class Requirements
                {
                    public static class Features
                    {
                        public const string ProofKeyForCodeExchange = "ft:pkce";
                    }
                }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public class OpenIddictBuilder;

            public class OpenIddictServerBuilder
            {
                public OpenIddictServerBuilder AllowAuthorizationCodeFlow() => this;
                public OpenIddictServerBuilder AllowHybridFlow() => this;
                public OpenIddictServerBuilder AllowClientCredentialsFlow() => this;
                public OpenIddictServerBuilder RequireProofKeyForCodeExchange() => this;
            }

            public static class OpenIddictExtensions
            {
                public static OpenIddictBuilder AddOpenIddict(this IServiceCollection services) => new();
                public static OpenIddictBuilder AddServer(this OpenIddictBuilder builder, Action<OpenIddictServerBuilder> configure) => builder;
            }
        }
        """);
}

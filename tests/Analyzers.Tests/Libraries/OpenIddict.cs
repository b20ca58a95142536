using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of OpenIddict that the tests use, in versions that cannot be had.</summary>
static class OpenIddict
{
    public static MetadataReference Of(string version) => Library.Compile("OpenIddict.Server", $$"""
        using System;
        using Microsoft.Extensions.DependencyInjection;

        [assembly: System.Reflection.AssemblyVersion("{{version}}")]

        namespace Microsoft.Extensions.DependencyInjection
        {
            public class OpenIddictBuilder;

            public class OpenIddictServerBuilder
            {
                public OpenIddictServerBuilder AllowAuthorizationCodeFlow() => this;
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

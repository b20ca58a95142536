using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Microsoft.AspNetCore.Authentication.Google and its kin that the tests use, in any version.</summary>
static class RemoteHandlers
{
    /// <param name="provider"><c>Google</c>, <c>Facebook</c> or <c>MicrosoftAccount</c>.</param>
    public static MetadataReference Of(string provider, string version) => Library.Compile($"Microsoft.AspNetCore.Authentication.{provider}", $$"""
        using System;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authentication.OAuth;

        [assembly: System.Reflection.AssemblyVersion("{{version}}")]

        namespace Microsoft.AspNetCore.Authentication.{{provider}}
        {
            public class {{provider}}Options : OAuthOptions;
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.AspNetCore.Authentication.{{provider}};

            public static class {{provider}}Extensions
            {
                public static AuthenticationBuilder Add{{provider}}(this AuthenticationBuilder builder) => builder;
                public static AuthenticationBuilder Add{{provider}}(this AuthenticationBuilder builder, Action<{{provider}}Options> configure) => builder;
                public static AuthenticationBuilder Add{{provider}}(this AuthenticationBuilder builder, string scheme, Action<{{provider}}Options> configure) => builder;
            }
        }
        """);
}

using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Microsoft.AspNetCore.Authentication.OpenIdConnect that the tests use.</summary>
static class OpenIdConnect
{
    public static readonly MetadataReference Reference = Library.Compile("Microsoft.AspNetCore.Authentication.OpenIdConnect", """
        using System;
        using Microsoft.AspNetCore.Authentication;

        [assembly: System.Reflection.AssemblyVersion("10.0.0.0")]

        namespace Microsoft.AspNetCore.Authentication.OpenIdConnect
        {
            public class OpenIdConnectOptions : RemoteAuthenticationOptions
            {
                public string Authority { get; set; }
                public string ClientId { get; set; }
                public string ClientSecret { get; set; }
                public string ResponseType { get; set; }
                public bool UsePkce { get; set; } = true;
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class OpenIdConnectExtensions
            {
                public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder builder, Action<Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions> configure) => builder;
                public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder builder, string scheme, Action<Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions> configure) => builder;
            }
        }
        """);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE4001 for servers that know no PKCE, or cannot require it.</summary>
public sealed class ServersWithoutPkceTests
{
    static readonly MetadataReference Katana = Library.Compile("Microsoft.Owin.Security.OAuth", """
        namespace Owin
        {
            using Microsoft.Owin.Security.OAuth;

            public interface IAppBuilder;

            public static class OAuthAuthorizationServerExtensions
            {
                public static IAppBuilder UseOAuthAuthorizationServer(this IAppBuilder app, OAuthAuthorizationServerOptions options) => app;
            }
        }

        namespace Microsoft.Owin.Security.OAuth
        {
            public class OAuthAuthorizationServerOptions
            {
                public object AuthorizationCodeProvider { get; set; }
                public object Provider { get; set; }
            }
        }
        """);

    static readonly MetadataReference Asos = Library.Compile("AspNet.Security.OpenIdConnect.Server", """
        using System;
        using Microsoft.AspNetCore.Authentication;

        namespace AspNet.Security.OpenIdConnect.Server
        {
            public class OpenIdConnectServerOptions
            {
                public string AuthorizationEndpointPath { get; set; }
                public string TokenEndpointPath { get; set; }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using AspNet.Security.OpenIdConnect.Server;

            public static class OpenIdConnectServerExtensions
            {
                public static AuthenticationBuilder AddOpenIdConnectServer(this AuthenticationBuilder builder, Action<OpenIdConnectServerOptions> configure) => builder;
            }
        }
        """);

    const string KatanaServer = """
        using Microsoft.Owin.Security.OAuth;
        using Owin;

        class Startup
        {
            void Configure(IAppBuilder app, object codes) => app.UseOAuthAuthorizationServer(new OAuthAuthorizationServerOptions { OPTION });
        }
        """;

    const string AsosServer = """
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnectServer(options => OPTION);
        }
        """;

    const string Check = """
        static class Checks
        {
            static bool HasChallenge(string query) => query.Contains("code_challenge");
        }
        """;

    [Theory]
    [InlineData("{|PKCE4001:AuthorizationCodeProvider = codes|}")]
    [InlineData("Provider = codes")]
    public async Task Katana_server(string option)
    {
        await PkceTest.VerifyWithAsync(Katana, KatanaServer.Replace("OPTION", option));
        await PkceTest.VerifyUnresolvedAsync("Microsoft.Owin.Security.OAuth=4.2.2", "net48", KatanaServer.Replace("OPTION", option));
    }

    [Fact]
    public Task Katana_server_of_a_program_that_checks_challenges() => PkceTest.VerifyWithAsync(Katana, KatanaServer.Replace("OPTION", "AuthorizationCodeProvider = codes"), Check);

    [Theory]
    [InlineData("{|PKCE4001:options.AuthorizationEndpointPath = \"/authorize\"|}")]
    [InlineData("options.TokenEndpointPath = \"/token\"")]
    public async Task AspNet_OpenIdConnect_server(string option)
    {
        await PkceTest.VerifyWithAsync(Asos, AsosServer.Replace("OPTION", option));
        await PkceTest.VerifyUnresolvedAsync("AspNet.Security.OpenIdConnect.Server=2.0.0", "netcoreapp2.1", AsosServer.Replace("OPTION", option));
    }

    [Fact]
    public Task AspNet_OpenIdConnect_server_of_a_program_that_checks_challenges() => PkceTest.VerifyWithAsync(Asos, AsosServer.Replace("OPTION", "options.AuthorizationEndpointPath = \"/authorize\""), Check);

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        class OAuthAuthorizationServerOptions
        {
            public object? AuthorizationCodeProvider { get; set; }

            static object Make() => new OAuthAuthorizationServerOptions { AuthorizationCodeProvider = "x" };
        }
        """);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Settings whose evidence lies in another file. Each program is analysed whole and document by document, with one result.</summary>
public sealed class CrossFileSettingsTests
{
    const string Usings = """
        using System;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    static readonly MetadataReference[] Clients = [.. Packages.OpenIdConnect, IdentityServer.Four("3.1.0.0"), Katana.Of("4.2.0.0")];

    static Task VerifyAsync(params string[] files) => PkceTest.VerifyWithAsync(Clients, [.. files.Select(file => Usings + file)]);

    [Theory]
    [InlineData("ExampleOptions", "UsePkce = true;")]
    [InlineData("{|PKCE2002:ExampleOptions|}", "ClientId = \"app\";")]
    public Task Options_class(string name, string constructor) => VerifyAsync(
        $$"""
        class {{name}} : OAuthOptions
        {
            public ExampleOptions()
            {
                {{constructor}}
            }
        }
        """,
        """
        static class Login
        {
            static void Add(AuthenticationBuilder builder) => builder.AddOAuth<ExampleOptions, ExampleHandler>("Example", options => options.ClientId = "app");
        }

        abstract class ExampleHandler(IOptionsMonitor<ExampleOptions> options, Microsoft.Extensions.Logging.ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
            : OAuthHandler<ExampleOptions>(options, logger, encoder);
        """);

    [Theory]
    [InlineData("AddOAuth", "options.UsePkce = true;")]
    [InlineData("{|PKCE2002:AddOAuth|}", "options.ClientId = \"app\";")]
    [InlineData("AddOAuth", "{|PKCE2001:options.UsePkce = false|};")]
    [InlineData("AddOAuth", "Deeper.Apply(options);")]
    public Task Helper_method(string add, string statement) => VerifyAsync(
        $$"""
        static class Login
        {
            static void Add(AuthenticationBuilder builder) => builder.{{add}}("Example", options => options.Apply());
        }
        """,
        $$"""
        static class Settings
        {
            public static void Apply(this OAuthOptions options)
            {
                {{statement}}
            }
        }
        """,
        """
        static class Deeper
        {
            public static void Apply(OAuthOptions options) => options.UsePkce = true;
        }
        """);

    [Theory]
    [InlineData("services.PostConfigure<OAuthOptions>(\"Example\", options => options.UsePkce = true);")]
    [InlineData("services.PostConfigureAll<OAuthOptions>(options => options.UsePkce = true);")]
    [InlineData("services.ConfigureOptions<WithPkce>();")]
    public Task Later_configuration_switches_on(string elsewhere) => VerifyAsync(
        """
        static class Login
        {
            static void Add(AuthenticationBuilder builder)
            {
                builder.AddOAuth("Example", options => options.UsePkce = false);
            }
        }
        """,
        $$"""
        static class Hardening
        {
            static void Add(IServiceCollection services)
            {
                {{elsewhere}}
            }
        }
        """,
        elsewhere.Contains("WithPkce") ? """
        class WithPkce : IPostConfigureOptions<OAuthOptions>
        {
            public void PostConfigure(string? name, OAuthOptions options) => options.UsePkce = true;
        }
        """ : "");

    [Theory]
    [InlineData("services.PostConfigure<OAuthOptions>(\"Example\", options => {|PKCE2001:options.UsePkce = false|});")]
    [InlineData("services.Configure<OAuthOptions>(\"Example\", options => {|PKCE2001:options.UsePkce = false|});")]
    [InlineData("services.AddOptions<OAuthOptions>(\"Example\").PostConfigure(options => {|PKCE2001:options.UsePkce = false|});")]
    public Task Later_configuration_switches_off(string elsewhere) => VerifyAsync(
        """
        static class Login
        {
            static void Add(AuthenticationBuilder builder) => builder.AddOAuth("Example", options => options.UsePkce = true);
        }
        """,
        $$"""
        static class Weakening
        {
            static void Add(IServiceCollection services)
            {
                {{elsewhere}}
            }
        }
        """);

    [Fact]
    public Task Later_configuration_of_another_scheme_changes_nothing() => VerifyAsync(
        """
        static class Login
        {
            static void Add(AuthenticationBuilder builder) => builder.AddOAuth("Example", options => {|PKCE2001:options.UsePkce = false|});
        }
        """,
        """
        static class Hardening
        {
            static void Add(IServiceCollection services) => services.PostConfigure<OAuthOptions>("Other", options => options.UsePkce = true);
        }
        """);

    [Theory]
    [InlineData("{|PKCE2003:options.ResponseType = \"code id_token\"|};")]
    [InlineData("options.ResponseType = \"code\";")]
    public Task Class_that_configures_options(string statement) => VerifyAsync(
        """
        static class Login
        {
            static void Add(IServiceCollection services)
            {
                services.AddAuthentication().AddOpenIdConnect(options => options.ClientId = "app");
                services.ConfigureOptions<Settings>();
            }
        }
        """,
        $$"""
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        class Settings : IConfigureNamedOptions<OpenIdConnectOptions>
        {
            public void Configure(OpenIdConnectOptions options) => Configure(null, options);

            public void Configure(string? name, OpenIdConnectOptions options)
            {
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("code id_token", true)]
    [InlineData("code", false)]
    public Task Constant(string responseType, bool isHybrid) => VerifyAsync(
        $$"""
        static class Login
        {
            static void Add(AuthenticationBuilder builder) => builder.AddOpenIdConnect(options => {{(isHybrid ? "{|PKCE2003:options.ResponseType = Settings.ResponseType|}" : "options.ResponseType = Settings.ResponseType")}});
        }
        """,
        $$"""
        static class Settings
        {
            public const string ResponseType = "{{responseType}}";
        }
        """);

    [Theory]
    [InlineData("Client", "client.RequirePkce = true;")]
    [InlineData("{|PKCE4001:Client|}", "client.ClientId = \"web\";")]
    public Task Client_that_a_helper_completes(string name, string statement) => VerifyAsync(
        $$"""
        using IdentityServer4.Models;

        static class Config
        {
            static Client Web()
            {
                var client = new {{name}} { ClientId = "web", AllowedGrantTypes = GrantTypes.Code };
                client.Harden();
                return client;
            }
        }
        """,
        $$"""
        using IdentityServer4.Models;

        static class Hardening
        {
            public static void Harden(this Client client)
            {
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("OpenIdConnectAuthenticationOptions", "options.ResponseType = \"code\";")]
    [InlineData("{|PKCE2003:OpenIdConnectAuthenticationOptions|}", "options.ClientId = \"app\";")]
    public Task Katana_options_that_a_helper_completes(string name, string statement) => VerifyAsync(
        $$"""
        using Microsoft.Owin.Security.OpenIdConnect;

        static class Startup
        {
            static object Options()
            {
                var options = new {{name}} { ClientId = "app" };
                Settings.Apply(options);
                return options;
            }
        }
        """,
        $$"""
        using Microsoft.Owin.Security.OpenIdConnect;

        static class Settings
        {
            public static void Apply(OpenIdConnectAuthenticationOptions options)
            {
                {{statement}}
            }
        }
        """);

    [Fact]
    public Task Partial_class() => VerifyAsync(
        """
        static partial class Login
        {
            static void Add(AuthenticationBuilder builder) => builder.AddOAuth("Example", Configure);
        }
        """,
        """
        static partial class Login
        {
            static void Configure(OAuthOptions options) => options.UsePkce = true;
        }
        """);

    /// <summary>A provider that is built beside the program is a library all the same.</summary>
    [Theory]
    [InlineData("{|PKCE2002:AddGitHub|}(options => options.ClientId = \"app\")")]
    [InlineData("AddGitHub(options => { options.ClientId = \"app\"; options.UsePkce = true; })")]
    public Task Library_of_another_project(string registration) => PkceTest.VerifyWithProjectAsync("""
        using System;
        using AspNet.Security.OAuth.GitHub;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authentication.OAuth;

        namespace AspNet.Security.OAuth.GitHub
        {
            public class {|PKCE2002:GitHubAuthenticationOptions|} : OAuthOptions;
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class GitHubAuthenticationExtensions
            {
                public static AuthenticationBuilder AddGitHub(this AuthenticationBuilder builder, Action<GitHubAuthenticationOptions> configuration) =>
                    builder;
            }
        }
        """, $$"""
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            void Configure(AuthenticationBuilder builder) => builder.{{registration}};
        }
        """);
}

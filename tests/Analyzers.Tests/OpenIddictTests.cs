using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>PKCE4001 and PKCE4002 for OpenIddict's server and its applications.</summary>
public sealed class OpenIddictTests
{
    const string Usings = "using Microsoft.Extensions.DependencyInjection;\nusing OpenIddict.Abstractions;\nusing static OpenIddict.Abstractions.OpenIddictConstants;\n";

    [Theory]
    [InlineData("options.AllowClientCredentialsFlow().{|PKCE4001:{|PKCE4002:AllowAuthorizationCodeFlow|}|}();")]
    [InlineData("options.AllowClientCredentialsFlow(); options.{|PKCE4001:{|PKCE4002:AllowHybridFlow|}|}();")]
    [InlineData("options.{|PKCE4002:AllowAuthorizationCodeFlow|}().RequireProofKeyForCodeExchange();")]
    [InlineData("options.{|PKCE4002:AllowAuthorizationCodeFlow|}(); options.RequireProofKeyForCodeExchange();")]
    [InlineData("options.AllowClientCredentialsFlow();")]
    public Task Server(string code) => PkceTest.VerifyWithAsync(Packages.OpenIddict, Usings + $$"""
        static class Server
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddServer(options => { {{code}} });
        }
        """);

    [Theory]
    [InlineData("4.5.0.0", "AllowAuthorizationCodeFlow")]
    [InlineData("4.6.0.0", "{|PKCE4002:AllowAuthorizationCodeFlow|}")]
    public Task Plain_by_default(string version, string method) => PkceTest.VerifyWithAsync(OpenIddict.Of(version), $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Server
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddServer(options => options.{{method}}().RequireProofKeyForCodeExchange());
        }
        """);

    [Fact]
    public Task Requirement_in_another_file() => PkceTest.VerifyWithAsync(Packages.OpenIddict,
        Usings + """
        static class Server
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddServer(options => options.{|PKCE4002:AllowAuthorizationCodeFlow|}());
        }
        """,
        Usings + """
        static class Hardening
        {
            static void Apply(OpenIddictServerBuilder builder) => builder.RequireProofKeyForCodeExchange();
        }
        """);

    [Fact]
    public Task Applications() => PkceTest.VerifyWithAsync(Packages.OpenIddict, Usings + """
        using System.Collections.Generic;

        static class Applications
        {
            static readonly HashSet<string> usual = new() { Permissions.GrantTypes.AuthorizationCode };

            static object web = new {|PKCE4001:OpenIddictApplicationDescriptor|} { ClientId = "web", Permissions = { Permissions.GrantTypes.AuthorizationCode } };
            static object machine = new OpenIddictApplicationDescriptor { ClientId = "machine", Permissions = { Permissions.GrantTypes.ClientCredentials } };

            static object Later()
            {
                var application = new {|PKCE4001:OpenIddictApplicationDescriptor|} { ClientId = "later" };
                application.Permissions.UnionWith(usual);
                return application;
            }

            static object Safe()
            {
                var application = new OpenIddictApplicationDescriptor { ClientId = "safe", Permissions = { Permissions.GrantTypes.AuthorizationCode } };
                application.Requirements.Add("ft:pkce");
                return application;
            }

            static void Add(IServiceCollection services) => services.AddOpenIddict().AddServer(options => options.{|PKCE4001:{|PKCE4002:AllowAuthorizationCodeFlow|}|}());
        }
        """);

    [Fact]
    public Task Package_that_is_not_restored() => PkceTest.VerifyUnresolvedAsync("OpenIddict.AspNetCore=4.2.0", "net8.0", """
        using Microsoft.Extensions.DependencyInjection;

        static class Server
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddCore(options => { }).AddServer(options => options.{|PKCE4001:AllowAuthorizationCodeFlow|}().AllowRefreshTokenFlow());
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class OpenIddictServerBuilder
        {
            public void AllowAuthorizationCodeFlow() { }

            public static void Add(OpenIddictServerBuilder builder) => builder.AllowAuthorizationCodeFlow();
        }
        """);

    [Fact]
    public Task Application_of_a_seeder() => PkceTest.VerifyWithAsync(Packages.OpenIddict, Usings + """
        static class Seeder
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddServer(options => options.{|PKCE4001:{|PKCE4002:AllowAuthorizationCodeFlow|}|}());

            static object Web(string[] grants, string[] scopes)
            {
                var application = new {|PKCE4001:OpenIddictApplicationDescriptor|} { ClientId = "web" };
                foreach (var grant in grants)
                {
                    if (grant == GrantTypes.AuthorizationCode)
                        application.Permissions.Add(Permissions.GrantTypes.AuthorizationCode);
                }
                application.Permissions.Add(Permissions.Endpoints.Authorization);
                foreach (var scope in scopes)
                    application.Permissions.Add(scope);
                return application;
            }

            static object Machine(string[] scopes)
            {
                var application = new OpenIddictApplicationDescriptor { ClientId = "machine" };
                application.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
                application.Permissions.Add(Permissions.Endpoints.Token);
                foreach (var scope in scopes)
                    application.Permissions.Add(Permissions.Prefixes.Scope + scope);
                return application;
            }

            static object Unknown(string[] grants)
            {
                var application = new OpenIddictApplicationDescriptor { ClientId = "any" };
                foreach (var grant in grants)
                    application.Permissions.Add(Permissions.Prefixes.GrantType + grant);
                return application;
            }
        }
        """);
}

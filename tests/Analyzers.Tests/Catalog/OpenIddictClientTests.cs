using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE2001, PKCE2002 and PKCE4002 for what OpenIddict's client and server are told of transformations.</summary>
public sealed class OpenIddictClientTests
{
    static MetadataReference OpenIddict(string version) => Library.Compile("OpenIddict.Client", version, """
        using System;
        using System.Collections.Generic;
        using Microsoft.Extensions.DependencyInjection;

        namespace OpenIddict.Abstractions
        {
            public class OpenIddictConfiguration
            {
                public Uri AuthorizationEndpoint { get; set; }
                public Uri TokenEndpoint { get; set; }
                public HashSet<string> CodeChallengeMethodsSupported { get; } = new();
            }

            public static class OpenIddictConstants
            {
                public static class CodeChallengeMethods
                {
                    public const string Plain = "plain";
                    public const string Sha256 = "S256";
                }
            }
        }

        namespace OpenIddict.Client
        {
            public class OpenIddictClientOptions { public HashSet<string> CodeChallengeMethods { get; } = new(); }

            public static class OpenIddictClientModels
            {
                public class InteractiveChallengeRequest
                {
                    public string ProviderName { get; set; }
                    public string CodeChallengeMethod { get; set; }
                }
            }
        }

        namespace OpenIddict.Server
        {
            public class OpenIddictServerOptions { public HashSet<string> CodeChallengeMethods { get; } = new(); }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using OpenIddict.Client;
            using OpenIddict.Server;

            public class OpenIddictBuilder;

            public class OpenIddictClientBuilder
            {
                public OpenIddictClientBuilder Configure(Action<OpenIddictClientOptions> configure) => this;
                public OpenIddictClientWebIntegrationBuilder UseWebProviders() => new();
            }

            public class OpenIddictServerBuilder
            {
                public OpenIddictServerBuilder Configure(Action<OpenIddictServerOptions> configure) => this;
            }

            public class OpenIddictClientWebIntegrationBuilder
            {
                public OpenIddictClientWebIntegrationBuilder AddGitHub(Action<object> configure) => this;
                public OpenIddictClientWebIntegrationBuilder AddTwitter(Action<object> configure) => this;
            }

            public static class OpenIddictExtensions
            {
                public static OpenIddictBuilder AddOpenIddict(this IServiceCollection services) => new();
                public static OpenIddictBuilder AddClient(this OpenIddictBuilder builder, Action<OpenIddictClientBuilder> configure) => builder;
                public static OpenIddictBuilder AddServer(this OpenIddictBuilder builder, Action<OpenIddictServerBuilder> configure) => builder;
            }
        }
        """);

    const string Usings = """
        using System;
        using Microsoft.Extensions.DependencyInjection;
        using OpenIddict.Abstractions;
        using static OpenIddict.Abstractions.OpenIddictConstants;
        using static OpenIddict.Client.OpenIddictClientModels;

        """;

    static async Task VerifyAsync(string version, string program)
    {
        await PkceTest.VerifyWithAsync(OpenIddict(version), Usings + program);
        await PkceTest.VerifyUnresolvedAsync($"OpenIddict.Client={version}|OpenIddict.Client.WebIntegration={version}|OpenIddict.Abstractions={version}", "net8.0", Usings + program);
    }

    [Theory]
    [InlineData("new {|PKCE2002:OpenIddictConfiguration|} { AuthorizationEndpoint = endpoint, TokenEndpoint = endpoint }")]
    [InlineData("new OpenIddictConfiguration { AuthorizationEndpoint = endpoint, CodeChallengeMethodsSupported = { CodeChallengeMethods.Sha256 } }")]
    [InlineData("new OpenIddictConfiguration { TokenEndpoint = endpoint }")]
    [InlineData("new InteractiveChallengeRequest { {|PKCE2001:CodeChallengeMethod = CodeChallengeMethods.Plain|} }")]
    [InlineData("new InteractiveChallengeRequest { CodeChallengeMethod = CodeChallengeMethods.Sha256 }")]
    [InlineData("new InteractiveChallengeRequest { ProviderName = \"Example\" }")]
    public Task What_is_told_of_a_server(string value) => VerifyAsync("5.8.0.0", $$"""
        class Registrations(Uri endpoint)
        {
            object value = {{value}};
        }
        """);

    [Fact]
    public Task Methods_added_later() => VerifyAsync("5.8.0.0", """
        static class Registrations
        {
            static OpenIddictConfiguration Make(Uri endpoint)
            {
                var configuration = new OpenIddictConfiguration { AuthorizationEndpoint = endpoint };
                configuration.CodeChallengeMethodsSupported.Add("S256");
                return configuration;
            }
        }
        """);

    [Theory]
    [InlineData("AddClient", "options => {|PKCE2001:options.CodeChallengeMethods.Clear()|}")]
    [InlineData("AddClient", "options => { options.CodeChallengeMethods.Clear(); options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256); }")]
    [InlineData("AddClient", "options => {|PKCE2001:options.CodeChallengeMethods.Remove(CodeChallengeMethods.Sha256)|}")]
    [InlineData("AddClient", "options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain)")]
    [InlineData("AddServer", "options => {|PKCE4002:options.CodeChallengeMethods.Add(CodeChallengeMethods.Plain)|}")]
    [InlineData("AddServer", "options => options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256)")]
    [InlineData("AddServer", "options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain)")]
    public Task Sets_of_methods(string add, string configuration) => VerifyAsync("5.8.0.0", $$"""
        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().{{add}}(builder => builder.Configure({{configuration}}));
        }
        """);

    [Theory]
    [InlineData("5.8.0.0", "{|PKCE2004:AddGitHub|}")]
    [InlineData("6.0.0.0", "AddGitHub")]
    [InlineData("5.8.0.0", "AddTwitter")]
    public Task Providers(string version, string method) => VerifyAsync(version, $$"""
        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddClient(options => options.UseWebProviders().{{method}}(provider => { }));
        }
        """);

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class OpenIddictConfiguration
        {
            public string? AuthorizationEndpoint { get; set; }
            public HashSet<string> CodeChallengeMethods { get; } = [];

            static void Set(OpenIddictConfiguration options)
            {
                options.CodeChallengeMethods.Clear();
                options.CodeChallengeMethods.Add("plain");
                options = new OpenIddictConfiguration { AuthorizationEndpoint = "x" };
            }
        }
        """);
}

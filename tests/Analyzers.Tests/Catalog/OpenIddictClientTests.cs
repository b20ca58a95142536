using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE2001, PKCE2002 and PKCE4002 for what OpenIddict's client and server are told of transformations.</summary>
public sealed class OpenIddictClientTests
{
    /// <summary>The providers of versions that cannot be had.</summary>
    static MetadataReference Providers(string version) => Library.Compile("OpenIddict.Client.WebIntegration", version, """
        using System;
        using Microsoft.Extensions.DependencyInjection;

        namespace Microsoft.Extensions.DependencyInjection
        {
            public class OpenIddictBuilder;

            public class OpenIddictClientBuilder;

            public class OpenIddictClientWebIntegrationBuilder
            {
                public OpenIddictClientWebIntegrationBuilder AddGitHub(Action<object> configure) => this;
                public OpenIddictClientWebIntegrationBuilder AddTwitter(Action<object> configure) => this;
            }

            public static class OpenIddictExtensions
            {
                public static OpenIddictBuilder AddOpenIddict(this IServiceCollection services) => new();
                public static OpenIddictBuilder AddClient(this OpenIddictBuilder builder, Action<OpenIddictClientBuilder> configure) => builder;
                public static OpenIddictClientWebIntegrationBuilder UseWebProviders(this OpenIddictClientBuilder builder) => new();
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

    static async Task VerifyAsync(string program)
    {
        await PkceTest.VerifyWithAsync(Packages.OpenIddict, Usings + program);
        await PkceTest.VerifyUnresolvedAsync("OpenIddict.Client=7.8.0|OpenIddict.Abstractions=7.8.0", "net8.0", Usings + program);
    }

    [Theory]
    [InlineData("new {|PKCE2002:OpenIddictConfiguration|} { AuthorizationEndpoint = endpoint, TokenEndpoint = endpoint }")]
    [InlineData("new OpenIddictConfiguration { AuthorizationEndpoint = endpoint, CodeChallengeMethodsSupported = { CodeChallengeMethods.Sha256 } }")]
    [InlineData("new OpenIddictConfiguration { TokenEndpoint = endpoint }")]
    [InlineData("new InteractiveChallengeRequest { {|PKCE2001:CodeChallengeMethod = CodeChallengeMethods.Plain|} }")]
    [InlineData("new InteractiveChallengeRequest { CodeChallengeMethod = CodeChallengeMethods.Sha256 }")]
    [InlineData("new InteractiveChallengeRequest { ProviderName = \"Example\" }")]
    public Task What_is_told_of_a_server(string value) => VerifyAsync($$"""
        class Registrations(Uri endpoint)
        {
            object value = {{value}};
        }
        """);

    [Fact]
    public Task Methods_added_later() => VerifyAsync("""
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
    public Task Sets_of_methods(string add, string configuration) => VerifyAsync($$"""
        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().{{add}}(builder => builder.Configure({{configuration}}));
        }
        """);

    [Theory]
    [InlineData("5.8.0.0", "{|PKCE2004:AddGitHub|}")]
    [InlineData("6.0.0.0", "AddGitHub")]
    [InlineData("5.8.0.0", "AddTwitter")]
    public async Task Providers_by_version(string version, string method)
    {
        await PkceTest.VerifyWithAsync(Providers(version), ProviderProgram(method));
        await PkceTest.VerifyUnresolvedAsync($"OpenIddict.Client.WebIntegration={version}", "net8.0", ProviderProgram(method));
    }

    [Theory]
    [InlineData("AddGitHub")]
    [InlineData("AddTwitter")]
    [InlineData("{|PKCE2004:AddReddit|}")]
    public Task Providers_as_they_are_shipped(string method) => PkceTest.VerifyWithAsync(Packages.OpenIddict, ProviderProgram(method));

    static string ProviderProgram(string method) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddClient(options => options.UseWebProviders().{{method}}(provider => { }));
        }
        """;

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

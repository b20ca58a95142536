using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Microsoft.Identity.Web, and MSAL's builder whose verifier is thrown away.</summary>
public sealed class MicrosoftIdentityTests
{
    /// <summary>Versions that cannot be had.</summary>
    static MetadataReference Web(string version) => Library.Compile("Microsoft.Identity.Web", version, """
        using System;
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Authentication;

        namespace Microsoft.Identity.Web
        {
            public class MicrosoftIdentityOptions;

            public class MicrosoftIdentityWebAppAuthenticationBuilder
            {
                public object EnableTokenAcquisitionToCallDownstreamApi(IEnumerable<string> initialScopes) => this;
            }

            public class MicrosoftIdentityWebApiAuthenticationBuilder
            {
                public object EnableTokenAcquisitionToCallDownstreamApi(IEnumerable<string> initialScopes) => this;
            }

            public static class MicrosoftIdentityWebAppAuthenticationBuilderExtensions
            {
                public static MicrosoftIdentityWebAppAuthenticationBuilder AddMicrosoftIdentityWebApp(this AuthenticationBuilder builder, Action<MicrosoftIdentityOptions> configure) => new();
                public static MicrosoftIdentityWebApiAuthenticationBuilder AddMicrosoftIdentityWebApi(this AuthenticationBuilder builder, Action<MicrosoftIdentityOptions> configure) => new();
            }
        }
        """);

    [Theory]
    [InlineData("1.9.1.0", "AddMicrosoftIdentityWebApp(options => { }).{|PKCE2003:EnableTokenAcquisitionToCallDownstreamApi|}([])")]
    [InlineData("1.9.2.0", "AddMicrosoftIdentityWebApp(options => { }).EnableTokenAcquisitionToCallDownstreamApi([])")]
    [InlineData("1.9.1.0", "AddMicrosoftIdentityWebApi(options => { }).EnableTokenAcquisitionToCallDownstreamApi([])")]
    public async Task Web_apps_by_version(string version, string call)
    {
        await PkceTest.VerifyWithAsync(Web(version), Startup(call));
        await PkceTest.VerifyUnresolvedAsync($"Microsoft.Identity.Web={version}", "net8.0", Startup(call));
    }

    [Theory]
    [InlineData("AddMicrosoftIdentityWebApp(options => {|PKCE2003:options.ResponseType = \"code id_token\"|})")]
    [InlineData("AddMicrosoftIdentityWebApp(options => {|PKCE1005:options.ResponseType = \"id_token token\"|})")]
    [InlineData("AddMicrosoftIdentityWebApp(options => options.ResponseType = \"code\")")]
    [InlineData("AddMicrosoftIdentityWebApp(options => options.UsePkce = false)")]
    [InlineData("AddMicrosoftIdentityWebApp(options => { }).EnableTokenAcquisitionToCallDownstreamApi([])")]
    public async Task Web_apps(string call)
    {
        await PkceTest.VerifyWithAsync(Packages.MicrosoftIdentityWeb, Startup(call));
        await PkceTest.VerifyUnresolvedAsync("Microsoft.Identity.Web=4.18.0", "net8.0", Startup(call));
    }

    static string Startup(string call) => $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Identity.Web;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().{{call}};
        }
        """;

    [Theory]
    [InlineData("{|PKCE2003:WithPkce|}(out _)")]
    [InlineData("{|PKCE2003:WithPkce|}(out var _)")]
    [InlineData("{|PKCE2003:WithPkce|}(out string _)")]
    [InlineData("WithPkce(out var verifier)")]
    public async Task Verifier_that_is_thrown_away(string call)
    {
        var program = $$"""
            using System.Threading.Tasks;
            using Microsoft.Identity.Client;

            class Login
            {
                Task Run(IConfidentialClientApplication app, string[] scopes) => app.GetAuthorizationRequestUrl(scopes).{{call}}.ExecuteAsync();
            }
            """;
        await PkceTest.VerifyWithAsync(Packages.Msal, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.Identity.Client=4.60.0", "net8.0", program);
    }

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class GetAuthorizationRequestUrlParameterBuilder
        {
            public void WithPkce(out string codeVerifier) => codeVerifier = "x";

            static void Run() => new GetAuthorizationRequestUrlParameterBuilder().WithPkce(out _);
        }
        """);
}

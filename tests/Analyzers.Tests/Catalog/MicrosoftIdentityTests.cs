using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Microsoft.Identity.Web, and MSAL's builder whose verifier is thrown away.</summary>
public sealed class MicrosoftIdentityTests
{
    static MetadataReference Web(string version) => Library.Compile("Microsoft.Identity.Web", version, """
        using System;
        using Microsoft.AspNetCore.Authentication;

        namespace Microsoft.Identity.Web
        {
            public class MicrosoftIdentityOptions
            {
                public string ClientId { get; set; }
                public string ResponseType { get; set; }
                public bool UsePkce { get; set; }
            }

            public class MicrosoftIdentityWebAppAuthenticationBuilder
            {
                public object EnableTokenAcquisitionToCallDownstreamApi(string[] scopes) => this;
            }

            public class MicrosoftIdentityWebApiAuthenticationBuilder
            {
                public object EnableTokenAcquisitionToCallDownstreamApi(string[] scopes) => this;
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
    [InlineData("3.0.0.0", "AddMicrosoftIdentityWebApp(options => {|PKCE2003:options.ResponseType = \"code id_token\"|})")]
    [InlineData("3.0.0.0", "AddMicrosoftIdentityWebApp(options => {|PKCE1005:options.ResponseType = \"id_token token\"|})")]
    [InlineData("3.0.0.0", "AddMicrosoftIdentityWebApp(options => options.ResponseType = \"code\")")]
    [InlineData("3.0.0.0", "AddMicrosoftIdentityWebApp(options => options.UsePkce = false)")]
    public async Task Web_apps(string version, string call)
    {
        var program = $$"""
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Identity.Web;

            static class Startup
            {
                static void Add(IServiceCollection services) => services.AddAuthentication().{{call}};
            }
            """;
        await PkceTest.VerifyWithAsync(Web(version), program);
        await PkceTest.VerifyUnresolvedAsync($"Microsoft.Identity.Web={version}", "net8.0", program);
    }

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

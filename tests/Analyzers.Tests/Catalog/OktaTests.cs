using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE2002 for Okta.AspNet, PKCE4001 for applications created with Okta.Sdk.</summary>
public sealed class OktaTests
{
    static readonly MetadataReference Sdk = Library.Compile("Okta.Sdk", """
        namespace Okta.Sdk.Model
        {
            public class ApplicationCredentialsOAuthClient
            {
                public string ClientId { get; set; }
                public bool PkceRequired { get; set; }
            }
        }
        """);

    static MetadataReference AspNet(string version) => Library.Compile("Okta.AspNet", version, """
        namespace Owin
        {
            public interface IAppBuilder;
        }

        namespace Okta.AspNet
        {
            using Owin;

            public class OktaMvcOptions
            {
                public string ClientId { get; set; }
            }

            public static class OktaMiddlewareExtensions
            {
                public static IAppBuilder UseOktaMvc(this IAppBuilder app, OktaMvcOptions options) => app;
            }
        }
        """);

    [Theory]
    [InlineData("new {|PKCE4001:ApplicationCredentialsOAuthClient|} { ClientId = \"web\" }")]
    [InlineData("new ApplicationCredentialsOAuthClient { ClientId = \"web\", {|PKCE4001:PkceRequired = false|} }")]
    [InlineData("new ApplicationCredentialsOAuthClient { ClientId = \"web\", PkceRequired = true }")]
    [InlineData("new ApplicationCredentialsOAuthClient { ClientId = \"web\", PkceRequired = required }")]
    public async Task Applications(string client)
    {
        var program = $$"""
            using Okta.Sdk.Model;

            class Applications(bool required)
            {
                object client = {{client}};
            }
            """;
        await PkceTest.VerifyWithAsync(Sdk, program);
        await PkceTest.VerifyUnresolvedAsync("Okta.Sdk=10.0.3", "net8.0", program);
    }

    [Theory]
    [InlineData("2.2.0.0", "{|PKCE2002:UseOktaMvc|}")]
    [InlineData("3.0.0.0", "UseOktaMvc")]
    public async Task Middleware_by_version(string version, string method)
    {
        var program = $$"""
            using Okta.AspNet;
            using Owin;

            static class Startup
            {
                static void Configure(IAppBuilder app) => app.{{method}}(new OktaMvcOptions { ClientId = "web" });
            }
            """;
        await PkceTest.VerifyWithAsync(AspNet(version), program);
        await PkceTest.VerifyUnresolvedAsync($"Okta.AspNet={version}", "net48", program);
    }

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        class ApplicationCredentialsOAuthClient
        {
            public bool PkceRequired { get; set; }

            void UseOktaMvc() => new ApplicationCredentialsOAuthClient { PkceRequired = false }.UseOktaMvc();
        }
        """);
}

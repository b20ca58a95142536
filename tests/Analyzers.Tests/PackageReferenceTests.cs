using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Programs that use libraries as they are shipped: what the catalogue says of them is so.</summary>
public sealed class PackageReferenceTests
{
    [Fact]
    public Task Msal() => PkceTest.VerifyWithAsync(Packages.Msal, """
        using System.Threading.Tasks;
        using Microsoft.Identity.Client;

        class Login(IConfidentialClientApplication app, string[] scopes)
        {
            public async Task Bad(string code)
            {
                await app.{|PKCE1001:GetAuthorizationRequestUrl|}(scopes).WithRedirectUri("https://app.example.com/cb").ExecuteAsync();
                await app.{|PKCE1004:AcquireTokenByAuthorizationCode|}(scopes, code).ExecuteAsync();
            }

            public async Task<string> Good()
            {
                await app.GetAuthorizationRequestUrl(scopes).WithPkce(out var verifier).ExecuteAsync();
                return verifier;
            }

            public Task Redeemed(string code, string verifier) => app.AcquireTokenByAuthorizationCode(scopes, code).WithPkceCodeVerifier(verifier).ExecuteAsync();

            public Task Silent(IPublicClientApplication native) => native.AcquireTokenInteractive(scopes).ExecuteAsync();
        }
        """);

    [Fact]
    public Task Google() => PkceTest.VerifyWithAsync(Packages.GoogleApisAuth, """
        using System.Threading;
        using System.Threading.Tasks;
        using Google.Apis.Auth.OAuth2;
        using Google.Apis.Auth.OAuth2.Flows;

        class Login
        {
            public object Bad(ClientSecrets secrets) => new AuthorizationCodeInstalledApp(
                new {|PKCE2002:GoogleAuthorizationCodeFlow|}(new GoogleAuthorizationCodeFlow.Initializer { ClientSecrets = secrets }), new LocalServerCodeReceiver());

            public object Good(ClientSecrets secrets) => new AuthorizationCodeInstalledApp(
                new PkceGoogleAuthorizationCodeFlow(new GoogleAuthorizationCodeFlow.Initializer { ClientSecrets = secrets }), new LocalServerCodeReceiver());

            public Task Broker(ClientSecrets secrets) => GoogleWebAuthorizationBroker.AuthorizeAsync(secrets, ["email"], "user", CancellationToken.None);
        }
        """);

    [Theory]
    [InlineData("page.{|PKCE2002:OAuthClientId|}(\"ui\");")]
    [InlineData("page.OAuthClientId(\"ui\"); page.OAuthUsePkce();")]
    [InlineData("page.SwaggerEndpoint(\"/swagger.json\", \"API\");")]
    public Task Swagger_UI(string code) => PkceTest.VerifyWithAsync(Packages.SwaggerUi, $$"""
        using Microsoft.AspNetCore.Builder;

        static class Page
        {
            static void Use(WebApplication app) => app.UseSwaggerUI(page => { {{code}} });

            // Stands for the document's declaration of the flow.
            static object Flows() => new OpenApiOAuthFlows { AuthorizationCode = new object() };
        }

        class OpenApiOAuthFlows { public object AuthorizationCode { get; set; } = null!; }
        """);

    [Fact]
    public Task Azure_Identity() => PkceTest.VerifyWithAsync(Packages.AzureIdentity, """
        using Azure.Identity;

        class Login
        {
            object Bad(string code) => new {|PKCE2004:AuthorizationCodeCredential|}("tenant", "client", "secret", code);

            object Good() => new InteractiveBrowserCredential();
        }
        """);

    [Theory]
    [InlineData("{|PKCE1005:options.ProviderOptions.ResponseType = \"id_token token\"|}")]
    [InlineData("options.ProviderOptions.ResponseType = \"code\"")]
    [InlineData("options.ProviderOptions.AdditionalProviderParameters[{|PKCE2003:\"code_challenge\"|}] = \"x\"")]
    [InlineData("options.ProviderOptions.AdditionalProviderParameters[\"prompt\"] = \"login\"")]
    public Task Blazor_WebAssembly(string statement) => PkceTest.VerifyWithAsync(Packages.BlazorAuthentication, $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddOidcAuthentication(options => { {{statement}}; });
        }
        """);

    [Theory]
    [InlineData("options.ClientId = \"app\";", true)]
    [InlineData("options.ClientId = \"app\"; options.UsePkce = true;", false)]
    public Task OAuth_handler_of_ASP_NET_Core(string statements, bool isOff) => PkceTest.VerifyAsync($$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().{{(isOff ? "{|PKCE2002:AddOAuth|}" : "AddOAuth")}}("Example", options => { {{statements}} });
        }
        """);
}

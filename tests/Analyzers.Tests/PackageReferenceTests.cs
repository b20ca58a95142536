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
    public Task Swagger_UI(string code) => PkceTest.VerifyWithAsync([.. Packages.SwaggerUi, .. Packages.OpenApi], $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.OpenApi;

        static class Page
        {
            static void Use(WebApplication app) => app.UseSwaggerUI(page => { {{code}} });

            static object flows = new OpenApiOAuthFlows { AuthorizationCode = new OpenApiOAuthFlow() };
        }
        """);

    [Theory]
    [InlineData("new {|PKCE2002:OAuth2ClientSettings|} { ClientId = \"ui\" }")]
    [InlineData("new OAuth2ClientSettings { ClientId = \"ui\", {|PKCE2001:UsePkceWithAuthorizationCodeGrant = false|} }")]
    [InlineData("new OAuth2ClientSettings { ClientId = \"ui\", UsePkceWithAuthorizationCodeGrant = true }")]
    public Task NSwag(string settings) => PkceTest.VerifyWithAsync([.. Packages.NSwag, .. Packages.OpenApi], $$"""
        using Microsoft.OpenApi;
        using NSwag.AspNetCore;

        static class Page
        {
            static object settings = {{settings}};
            static object flows = new OpenApiOAuthFlows { AuthorizationCode = new OpenApiOAuthFlow() };
        }
        """);

    [Theory]
    [InlineData("{|PKCE2002:AddAuthorizationCodeFlow|}(\"oauth2\", flow => flow.ClientId = \"ui\")")]
    [InlineData("AddAuthorizationCodeFlow(\"oauth2\", flow => { flow.ClientId = \"ui\"; flow.Pkce = Pkce.Sha256; })")]
    [InlineData("AddAuthorizationCodeFlow(\"oauth2\", flow => flow.WithPkce(Pkce.Sha256))")]
    [InlineData("AddAuthorizationCodeFlow(\"oauth2\", flow => flow.{|PKCE2001:WithPkce|}(Pkce.No))")]
    [InlineData("AddAuthorizationCodeFlow(\"oauth2\", flow => flow.{|PKCE2001:WithPkce|}(Pkce.Plain))")]
    public Task Scalar(string call) => PkceTest.VerifyWithAsync(Packages.Scalar, $$"""
        using Microsoft.AspNetCore.Builder;
        using Scalar.AspNetCore;

        static class Page
        {
            static void Use(WebApplication app) => app.MapScalarApiReference(options => options.{{call}});
        }
        """);

    [Fact]
    public Task Implicit_flow_of_a_document() => PkceTest.VerifyWithAsync(Packages.OpenApi, """
        using Microsoft.OpenApi;

        static class Document
        {
            static object flows = new OpenApiOAuthFlows { {|PKCE1005:Implicit = new OpenApiOAuthFlow()|} };
        }
        """);

    [Fact]
    public Task Octokit() => PkceTest.VerifyWithAsync(Packages.Octokit, """
        using System;
        using Octokit;

        class Login(GitHubClient client)
        {
            Uri Url() => client.Oauth.{|PKCE2004:GetGitHubLoginUrl|}(new OauthLoginRequest("app"));
        }
        """);

    [Fact]
    public Task Stripe() => PkceTest.VerifyWithAsync(Packages.Stripe, """
        using System;
        using System.Threading.Tasks;
        using Stripe;

        class Login(OAuthTokenService service)
        {
            Uri Url() => service.AuthorizeUrl(new {|PKCE2004:OAuthAuthorizeUrlOptions|} { ClientId = "app" });

            Task Redeem(string code) => service.CreateAsync(new OAuthTokenCreateOptions { {|PKCE1004:GrantType = "authorization_code"|}, Code = code });
        }
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

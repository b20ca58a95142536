using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>PKCE1005, PKCE2001 and PKCE2002 for pages that try out an API.</summary>
public sealed class SwaggerUiTests
{
    const string CodeFlow = """
        using Microsoft.OpenApi.Models;

        static class Document
        {
            static object flows = new OpenApiOAuthFlows { AuthorizationCode = new OpenApiOAuthFlow() };
        }
        """;

    [Theory]
    [InlineData("c.{|PKCE2002:OAuthClientId|}(\"ui\"); c.OAuthScopes(\"api\");", true)]
    [InlineData("c.OAuthClientId(\"ui\"); c.OAuthUsePkce();", true)]
    [InlineData("c.OAuthClientId(\"ui\");", false)]
    [InlineData("c.SwaggerEndpoint(\"/swagger.json\", \"API\");", true)]
    public Task Swashbuckle(string code, bool hasCodeFlow) => PkceTest.VerifyUnresolvedAsync("Swashbuckle.AspNetCore=6.5.0", "net8.0", $$"""
        using Microsoft.AspNetCore.Builder;

        static class Page
        {
            static void Use(WebApplication app) => app.UseSwaggerUI(c => { {{code}} });
        }
        """, hasCodeFlow ? CodeFlow : "class Document;");

    [Fact]
    public Task Implicit_flow_of_a_document() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        using Microsoft.OpenApi.Models;

        static class Document
        {
            static object flows = new OpenApiOAuthFlows { {|PKCE1005:Implicit = new OpenApiOAuthFlow()|} };
        }
        """);

    [Theory]
    [InlineData("new {|PKCE2002:OAuth2ClientSettings|} { ClientId = \"ui\" }")]
    [InlineData("new OAuth2ClientSettings { ClientId = \"ui\", {|PKCE2001:UsePkceWithAuthorizationCodeGrant = false|} }")]
    [InlineData("new OAuth2ClientSettings { ClientId = \"ui\", UsePkceWithAuthorizationCodeGrant = true }")]
    public Task NSwag(string settings) => PkceTest.VerifyUnresolvedAsync("NSwag.AspNetCore=14.0.0", "net8.0", $$"""
        using NSwag.AspNetCore;

        static class Page
        {
            static object settings = {{settings}};
        }
        """, CodeFlow);

    [Theory]
    [InlineData("flow => flow.ClientId = \"ui\"", true)]
    [InlineData("flow => { flow.ClientId = \"ui\"; flow.Pkce = Pkce.Sha256; }", false)]
    [InlineData("flow => flow.WithPkce(Pkce.Sha256)", false)]
    public Task Scalar(string configuration, bool isOff) => PkceTest.VerifyUnresolvedAsync("Scalar.AspNetCore=2.0.0", "net9.0", $$"""
        using Microsoft.AspNetCore.Builder;
        using Scalar.AspNetCore;

        static class Page
        {
            static void Use(WebApplication app) => app.MapScalarApiReference(options => options.{{(isOff ? "{|PKCE2002:AddAuthorizationCodeFlow|}" : "AddAuthorizationCodeFlow")}}("oauth2", {{configuration}}));
        }
        """);

    [Fact]
    public Task Scalar_told_by_its_namespace() => PkceTest.VerifyUnresolvedAsync("", "net9.0", """
        using Microsoft.AspNetCore.Builder;
        using Scalar.AspNetCore;

        static class Page
        {
            static void Use(WebApplication app) => app.MapScalarApiReference(options => options.{|PKCE2002:AddAuthorizationCodeFlow|}("oauth2", flow => flow.ClientId = "ui"));
        }
        """);

    [Fact]
    public Task Another_librarys_method_of_that_name() => PkceTest.VerifyUnresolvedAsync("", "net9.0", """
        using Other.Documents;

        static class Page
        {
            static void Use(Options options) => options.AddAuthorizationCodeFlow("oauth2", flow => flow.ClientId = "ui");
        }
        """);

    [Fact]
    public Task Document_whose_flows_type_is_not_written() => PkceTest.VerifyUnresolvedAsync("Swashbuckle.AspNetCore=6.5.0", "net8.0", """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.OpenApi.Models;

        static class Page
        {
            static void Add(IServiceCollection services) => services.AddSwaggerGen(options => options.AddSecurityDefinition("oauth2",
                new OpenApiSecurityScheme { Flows = new() { AuthorizationCode = new() { AuthorizationUrl = new("https://login.example.com/authorize") } } }));

            static void Use(WebApplication app) => app.UseSwaggerUI(options => options.{|PKCE2002:OAuthClientId|}("ui"));
        }
        """);
}

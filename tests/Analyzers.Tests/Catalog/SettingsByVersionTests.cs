using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Defaults that changed with the version of a package: providers of aspnet-contrib, Swashbuckle, NSwag.</summary>
public sealed class SettingsByVersionTests
{
    const string CodeFlow = """
        using Microsoft.OpenApi.Models;

        static class Document
        {
            static object flows = new OpenApiOAuthFlows { AuthorizationCode = new OpenApiOAuthFlow() };
        }
        """;

    [Theory]
    [InlineData("Twitch", "6.0.1", "options => {|PKCE2003:options.UsePkce = true|}")]
    [InlineData("Twitch", "6.0.2", "options => options.UsePkce = true")]
    [InlineData("Line", "5.0.0", "options => options.UsePkce = true")]
    [InlineData("Line", "6.0.0", "options => {|PKCE2003:options.UsePkce = true|}")]
    [InlineData("Line", "6.0.2", "options => options.UsePkce = true")]
    [InlineData("GitHub", "6.0.0", "options => options.UsePkce = true")]
    public Task Provider_that_ignores_the_switch(string provider, string version, string configuration) =>
        PkceTest.VerifyUnresolvedAsync($"AspNet.Security.OAuth.{provider}={version}", "net6.0", Login($"Add{provider}", configuration));

    [Theory]
    [InlineData("Twitch", "6.0.1", true)]
    [InlineData("Twitch", "9.0.0", true)]
    [InlineData("GitHub", "9.0.0", true)]
    [InlineData("Lichess", "5.0.0", true)]
    [InlineData("Lichess", "6.0.0", false)]
    [InlineData("Zoom", "8.1.0", true)]
    [InlineData("Zoom", "8.2.0", false)]
    public Task Provider_that_is_off_by_default(string provider, string version, bool isOff) =>
        PkceTest.VerifyUnresolvedAsync($"AspNet.Security.OAuth.{provider}={version}", "net8.0", Login(isOff ? $"{{|PKCE2002:Add{provider}|}}" : $"Add{provider}", "options => options.ClientId = \"app\""));

    [Fact]
    public Task Providers_of_another_client_are_not_meant() => PkceTest.VerifyUnresolvedAsync("AspNet.Security.OAuth.Zoom=8.1.0", "net8.0", """
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddClient(options => options.UseWebProviders().AddZoom(zoom => zoom.SetClientId("app")));
        }
        """);

    [Theory]
    [InlineData("4.0.1", "c.{|PKCE2002:OAuthClientId|}(\"ui\");", "take Swashbuckle 5.0 or later and call OAuthUsePkce()")]
    [InlineData("5.0.0", "c.{|PKCE2002:OAuthClientId|}(\"ui\");", "call OAuthUsePkce()")]
    public async Task Swashbuckle(string version, string code, string advice)
    {
        var test = UnresolvedTest($"Swashbuckle.AspNetCore={version}", $$"""
            using Microsoft.AspNetCore.Builder;

            static class Page
            {
                static void Use(WebApplication app) => app.UseSwaggerUI(c => { {{code.Replace("PKCE2002", "#0")}} });
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE2002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"The client's PKCE is off by default in Swashbuckle and left so, so the authorization code is not bound to this client: {advice} (type not resolved)"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("new {|PKCE2002:OAuthConfigObject|} { ClientId = \"ui\" }")]
    [InlineData("new OAuthConfigObject { ClientId = \"ui\", UsePkceWithAuthorizationCodeGrant = true }")]
    [InlineData("new OAuthConfigObject { ClientId = \"ui\", {|PKCE2001:UsePkceWithAuthorizationCodeGrant = false|} }")]
    [InlineData("new OAuthConfigObject { AppName = \"ui\" }")]
    public Task Swashbuckle_object(string value) => PkceTest.VerifyUnresolvedAsync("Swashbuckle.AspNetCore=6.5.0", "net8.0", $$"""
        using Swashbuckle.AspNetCore.SwaggerUI;

        static class Page
        {
            static object value = {{value}};
        }
        """, CodeFlow);

    [Theory]
    [InlineData("13.1.3", "take NSwag 13.1.4 or later and write UsePkceWithAuthorizationCodeGrant = true")]
    [InlineData("13.1.4", "write UsePkceWithAuthorizationCodeGrant = true")]
    public async Task NSwag(string version, string advice)
    {
        var test = UnresolvedTest($"NSwag.AspNetCore={version}", """
            using NSwag.AspNetCore;

            static class Page
            {
                static object settings = new {|#0:OAuth2ClientSettings|} { ClientId = "ui" };
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE2002", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            $"The client's PKCE is off by default in NSwag and left so, so the authorization code is not bound to this client: {advice} (type not resolved)"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("flow => flow.{|PKCE2001:WithPkce|}(Pkce.No)")]
    [InlineData("flow => flow.{|PKCE2001:WithPkce|}(Pkce.Plain)")]
    [InlineData("flow => flow.WithPkce(Pkce.Sha256)")]
    public Task Scalar(string configuration) => PkceTest.VerifyUnresolvedAsync("Scalar.AspNetCore=2.0.0", "net9.0", $$"""
        using Microsoft.AspNetCore.Builder;
        using Scalar.AspNetCore;

        static class Page
        {
            static void Use(WebApplication app) => app.MapScalarApiReference(options => options.AddAuthorizationCodeFlow("oauth2", {{configuration}}));
        }
        """);

    static string Login(string method, string configuration) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().{{method}}({{configuration}});
        }
        """;

    static PkceTest UnresolvedTest(string packages, string code)
    {
        var test = new PkceTest { TestCode = code, CompilerDiagnostics = CompilerDiagnostics.None };
        test.TestState.Sources.Add(CodeFlow);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"""
            is_global = true
            build_property.PkceUnresolvedTypes = match
            build_property.PkcePackageVersions = {packages}
            """));
        return test;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Findings that are no more than advice, since code or values that are not seen decide.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("options => { }", DiagnosticSeverity.Info)]
    [InlineData("options => options.SaveTokens = true", DiagnosticSeverity.Info)]
    [InlineData("options => options.ClientId = \"app\"", DiagnosticSeverity.Warning)]
    [InlineData("options => options.WithClient()", DiagnosticSeverity.Warning)]
    public Task Handler_that_gets_its_client_elsewhere(string configuration, DiagnosticSeverity severity) => VerifyAsync("PKCE2002", severity, [], $$"""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().{|#0:AddOAuth|}("Example", {{configuration}});

            static void WithClient(this OAuthOptions options) => options.ClientId = "app";
        }
        """);

    [Theory]
    [InlineData("o.ClientId = \"app\";", DiagnosticSeverity.Warning)]
    [InlineData("o.ResponseType = \"id_token\";", DiagnosticSeverity.Warning)]
    [InlineData("o.ResponseType = \"code\";", null)]
    public Task Response_type_raised_in_an_event_of_known_options(string statement, DiagnosticSeverity? severity) => VerifyAsync("PKCE2003", severity, Packages.OpenIdConnect, $$"""
        using System;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;

        static class Startup
        {
            static void Add(AuthenticationBuilder builder) => builder.AddOpenIdConnect(o =>
            {
                {{statement}}
                On(context => {|#0:context.ProtocolMessage.ResponseType = "code"|});
            });

            static void On(Action<Context> action) { }
        }

        class Context { public OpenIdConnectMessage ProtocolMessage { get; set; } = null!; }
        """);

    [Fact]
    public Task Response_type_raised_in_a_class_of_events() => VerifyAsync("PKCE2003", DiagnosticSeverity.Info, Packages.OpenIdConnectMessages, """
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;

        class Context { public OpenIdConnectMessage ProtocolMessage { get; set; } = null!; }

        class Events
        {
            public void Redirect(Context context) => {|#0:context.ProtocolMessage.ResponseType = "code"|};
        }
        """);

    [Theory]
    [InlineData("class Program { Microsoft.Extensions.Configuration.IConfiguration? configuration; }", DiagnosticSeverity.Warning)]
    [InlineData("class Program;", DiagnosticSeverity.Info)]
    public async Task Settings_file_of_a_program_that_reads_none(string program, DiagnosticSeverity severity)
    {
        var test = new PkceTest { TestCode = program };
        test.TestState.AdditionalFiles.Add(("/app/appsettings.json", """{ "Clients": [ { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], {|#0:"RequirePkce": false|} } ] }"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE4001", severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    static async Task VerifyAsync(string id, DiagnosticSeverity? severity, MetadataReference[] libraries, string code)
    {
        var test = new PkceTest { TestCode = code };
        test.TestState.AdditionalReferences.AddRange(libraries);
        if (severity is { } expected)
            test.ExpectedDiagnostics.Add(new DiagnosticResult(id, expected).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }
}

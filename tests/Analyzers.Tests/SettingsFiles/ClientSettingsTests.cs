using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests.SettingsFiles;

/// <summary>Sections that options of clients are bound from.</summary>
public sealed class ClientSettingsTests
{
    [Fact]
    public Task Switched_off_in_a_scheme() => SettingsFileTest.VerifyAsync("""
        {
          "Authentication": {
            "Schemes": {
              "OpenIdConnect": {
                "Authority": "https://login.example.com",
                "ResponseType": "code",
                {|PKCE2001:"UsePkce": false|}
              },
              "Other": {
                "ClientId": "app",
                {|PKCE2001:"usePkce": "False"|}
              }
            }
          }
        }
        """);

    [Fact]
    public Task Switched_off_in_a_section_of_the_programs_own() => SettingsFileTest.VerifyAsync("""
        {
          "Oidc": { "Authority": "https://login.example.com", {|PKCE2001:"UsePkce": false|} },
          "Login": { "ClientId": "app", {|PKCE2001:"OAuthUsePkce": false|} },
          "Swagger": { "ClientId": "swagger", {|PKCE2001:"UsePkceWithAuthorizationCodeGrant": false|} }
        }
        """);

    [Fact]
    public Task Keys_with_colons_are_paths() => SettingsFileTest.VerifyAsync("""
        {
          {|PKCE2001:"Authentication:Schemes:oidc:UsePkce": false|},
          "Oidc:ClientId": "app",
          {|PKCE2003:"Oidc:ResponseType": "code id_token"|}
        }
        """);

    [Fact]
    public Task Hybrid_response_types() => SettingsFileTest.VerifyAsync("""
        {
          "AzureAd": { "Instance": "https://login.example.com/", "TenantId": "common", "ClientId": "app", {|PKCE2003:"ResponseType": "code id_token"|} },
          "Admin": { "ClientId": "admin", {|PKCE2003:"OidcResponseType": "id_token code"|} },
          "Oidc": { "Authority": "https://login.example.com", {|PKCE2003:"ResponseType": "code id_token token"|} }
        }
        """);

    [Fact]
    public Task Left_alone() => SettingsFileTest.VerifyAsync("""
        {
          "Secure": { "ClientId": "app", "UsePkce": true, "ResponseType": "code" },
          "IdTokenAlone": { "ClientId": "app", "ResponseType": "id_token" },
          "MicrosoftIdentityWebIgnoresIt": { "Instance": "https://login.example.com/", "ClientId": "app", "UsePkce": false },
          "NoClient": { "UsePkce": false, "ResponseType": "code id_token" },
          "Texts": { "ClientId": "Client", "UsePkce": "Use PKCE", "ResponseType": "Response type" },
          "Nothing": { "ClientId": "app", "UsePkce": null },
          "Nested": { "ClientId": "app", "Deeper": { "UsePkce": false } }
        }
        """);

    [Fact]
    public async Task A_token_in_the_front_channel_is_an_information()
    {
        var test = new PkceTest { TestCode = "class Program;" };
        test.TestState.AdditionalFiles.Add(("/app/wwwroot/appsettings.json", """{ "oidc": { "authority": "https://login.example.com", {|#0:"responseType": "id_token token"|} } }"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1005", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public async Task A_switch_that_no_framework_reads_is_an_information()
    {
        var test = new PkceTest { TestCode = "class Program;" };
        test.TestState.AdditionalFiles.Add(("/app/appsettings.json", """
            {
              "Authentication": {
                "Schemes": {
                  "Google": { "ClientId": "app", {|#0:"UsePkce": true|} },
                  "Custom": { "AuthorizationEndpoint": "https://login.example.com/authorize", {|#1:"UsePkce": true|} },
                  "Oidc": { "Authority": "https://login.example.com", "UsePkce": true }
                }
              }
            }
            """));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE2003", DiagnosticSeverity.Info).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE2003", DiagnosticSeverity.Info).WithLocation(1));
        await test.RunAsync();
    }
}

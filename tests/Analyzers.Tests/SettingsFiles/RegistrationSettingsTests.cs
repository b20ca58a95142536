using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests.SettingsFiles;

/// <summary>Sections that an authorization server's clients, or the server itself, are bound from.</summary>
public sealed class RegistrationSettingsTests
{
    [Fact]
    public Task Clients_with_the_code_grant_of_which_PKCE_is_not_required() => SettingsFileTest.VerifyAsync("""
        {
          "IdentityServer": {
            "Clients": [
              { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], {|PKCE4001:"RequirePkce": false|} },
              { "ClientId": "mvc", "AllowedGrantTypes": [ "hybrid", "client_credentials" ], {|PKCE4001:"RequirePkce": false|}, {|PKCE4002:"AllowPlainTextPkce": true|} },
              { "ClientId": "objects", "AllowedGrantTypes": [ { "GrantType": "authorization_code" } ], {|PKCE4001:"RequirePkce": false|} },
              { "ClientId": "one", "AllowedGrantTypes": "authorization_code", {|PKCE4001:"PkceRequired": false|} }
            ]
          }
        }
        """);

    [Fact]
    public Task Left_alone() => SettingsFileTest.VerifyAsync("""
        {
          "Clients": [
            { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], "RequirePkce": true, "AllowPlainTextPkce": false },
            { "ClientId": "machine", "AllowedGrantTypes": [ "client_credentials" ], "RequirePkce": false, "AllowPlainTextPkce": true },
            { "ClientId": "device", "AllowedGrantTypes": [ "urn:ietf:params:oauth:grant-type:device_code" ], "RequirePkce": false },
            { "ClientId": "unknown", "RequirePkce": false },
            { "ClientId": "default", "AllowedGrantTypes": [ "authorization_code" ] }
          ],
          "Labels": { "RequirePkce": "Require PKCE", "AllowPlainTextPkce": "Allow plain text PKCE" }
        }
        """, path: "/app/identityserverdata.json");

    [Theory, InlineData("3.1.4", true), InlineData("4.0.0", false), InlineData("4.1.2", false)]
    public Task Not_required_by_default_before_IdentityServer4_4(string version, bool isFound)
    {
        var grants = "\"authorization_code\"";
        return SettingsFileTest.VerifyAsync(
            $$"""{ "Clients": [ { "ClientId": "web", "AllowedGrantTypes": [ {{(isFound ? $"{{|PKCE4001:{grants}|}}" : grants)}} ] } ] }""",
            config: $"build_property.PkcePackageVersions = IdentityServer4={version}");
    }

    [Fact]
    public async Task The_implicit_grant_is_an_information()
    {
        var test = new PkceTest { TestCode = "class Program;" };
        test.TestState.AdditionalFiles.Add(("/app/appsettings.json", """{ "Clients": [ { "ClientId": "spa", "AllowedGrantTypes": [ "client_credentials", {|#0:"implicit"|} ] } ] }"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1005", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Settings_of_servers() => SettingsFileTest.VerifyAsync("""
        {
          "OpenIdServerSettings": { "AllowAuthorizationCodeFlow": true, {|PKCE4001:"RequireProofKeyForCodeExchange": false|} },
          "Other": { "RequireProofKeyForCodeExchange": false },
          "IdServer": { {|PKCE4002:"DefaultCodeChallengeMethod": "plain"|} }
        }
        """);

    [Fact]
    public Task In_a_test_project_an_information()
    {
        var test = new PkceTest { TestCode = "class LoginTests { /* [Fact] */ }" };
        test.TestState.AdditionalFiles.Add(("/tests/appsettings.json", """{ "Clients": [ { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], {|#0:"RequirePkce": false|} } ] }"""));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE4001", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}

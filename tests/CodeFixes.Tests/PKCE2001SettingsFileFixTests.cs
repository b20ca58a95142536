using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The fix of findings in settings files.</summary>
public sealed class PKCE2001SettingsFileFixTests
{
    [Fact]
    public Task Values_of_clients_are_replaced_and_nothing_else_moves() => VerifyAsync(
        """
        {
          // The login.
          "Authentication": {
            "Schemes": {
              "OpenIdConnect": { "ClientId": "app", {|PKCE2001:"UsePkce":   false|} /* for now */, {|PKCE2003:"ResponseType": "code id_token"|}, },
            },
          },
          "Okta": {
            "Authority": "https://login.example.com",
            {|PKCE2001:"UsePkce": "False"|}
          }
        }
        """,
        """
        {
          // The login.
          "Authentication": {
            "Schemes": {
              "OpenIdConnect": { "ClientId": "app", "UsePkce":   true /* for now */, "ResponseType": "code", },
            },
          },
          "Okta": {
            "Authority": "https://login.example.com",
            "UsePkce": "true"
          }
        }
        """);

    [Fact]
    public Task Values_of_servers_are_replaced() => VerifyAsync(
        """
        {
          "Clients": [
            { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], {|PKCE4001:"RequirePkce": false|}, {|PKCE4002:"AllowPlainTextPkce": true|} },
            { "ClientId": "one", "AllowedGrantTypes": "authorization_code", {|PKCE4001:"PkceRequired": false|}, {|PKCE4002:"PlainPkceAllowed": true|} }
          ],
          "OpenIdServerSettings": { "AllowAuthorizationCodeFlow": true, {|PKCE4001:"RequireProofKeyForCodeExchange": false|} },
          "Server": { {|PKCE4002:"DefaultCodeChallengeMethod": "plain"|} }
        }
        """,
        """
        {
          "Clients": [
            { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], "RequirePkce": true, "AllowPlainTextPkce": false },
            { "ClientId": "one", "AllowedGrantTypes": "authorization_code", "PkceRequired": true, "PlainPkceAllowed": false }
          ],
          "OpenIdServerSettings": { "AllowAuthorizationCodeFlow": true, "RequireProofKeyForCodeExchange": true },
          "Server": { "DefaultCodeChallengeMethod": "S256" }
        }
        """);

    [Fact]
    public Task Missing_key_is_added_on_a_line_of_its_own() => VerifyAsync(
        """
        {
          "Clients": [
            {
              "ClientId": "web",
              "AllowedGrantTypes": [ {|PKCE4001:"authorization_code"|} ]
            },
            { "ClientId": "one", "AllowedGrantTypes": [ {|PKCE4001:"authorization_code"|} ] }
          ]
        }
        """,
        """
        {
          "Clients": [
            {
              "RequirePkce": true,
              "ClientId": "web",
              "AllowedGrantTypes": [ "authorization_code" ]
            },
            { "RequirePkce": true, "ClientId": "one", "AllowedGrantTypes": [ "authorization_code" ] }
          ]
        }
        """,
        config: "build_property.PkcePackageVersions = IdentityServer4=3.1.4");

    [Fact]
    public Task Line_breaks_stay_as_they_are() => VerifyAsync(
        "{\r\n\t\"Clients\": [ {\r\n\t\t\"ClientId\": \"web\",\r\n\t\t\"AllowedGrantTypes\": [ {|PKCE4001:\"authorization_code\"|} ] } ]\r\n}\r\n",
        "{\r\n\t\"Clients\": [ {\r\n\t\t\"RequirePkce\": true,\r\n\t\t\"ClientId\": \"web\",\r\n\t\t\"AllowedGrantTypes\": [ \"authorization_code\" ] } ]\r\n}\r\n",
        config: "build_property.PkcePackageVersions = IdentityServer4=3.1.4");

    [Fact]
    public Task Response_type_of_a_library_that_is_not_known_is_left()
    {
        const string json = """
            {
              "Login": { "ClientId": "app", "Authority": "a", {|PKCE2003:"ResponseType": "code id_token"|} }
            }
            """;
        return VerifyAsync(json, json);
    }

    [Fact]
    public Task Hybrid_client_that_sends_no_PKCE_is_left()
    {
        const string json = """
            {
              "Clients": [ { "ClientId": "mvc", "AllowedGrantTypes": [ "hybrid" ], {|PKCE4001:"RequirePkce": false|} } ]
            }
            """;
        return VerifyAsync(json, json);
    }

    [Fact]
    public async Task File_of_two_projects_is_edited_once()
    {
        const string before = """{ "Okta": { "Authority": "a", {|PKCE2001:"UsePkce": false|} } }""";
        const string after = """{ "Okta": { "Authority": "a", "UsePkce": true } }""";
        var test = new Test { CompilerDiagnostics = CompilerDiagnostics.None };
        foreach (var (state, json) in new[] { (test.TestState, before), (test.FixedState, after) })
        {
            state.Sources.Add("class Program;");
            state.AdditionalFiles.Add(("/app/appsettings.json", json));
            var other = state.AdditionalProjects["Other"];
            other.Sources.Add("class Other;");
            other.AdditionalFiles.Add(("/app/appsettings.json", json));
        }
        await test.RunAsync();
    }

    static Task VerifyAsync(string before, string after, string? config = null)
    {
        var test = new Test { TestCode = "class Program;", FixedCode = "class Program;" };
        test.TestState.AdditionalFiles.Add(("/app/appsettings.json", before));
        test.FixedState.AdditionalFiles.Add(("/app/appsettings.json", after));
        if (config is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + config));
        return test.RunAsync();
    }

    sealed class Test : AdditionalFileFixTest<PkceAnalyzer, PKCE2001SettingsFileFix>;
}

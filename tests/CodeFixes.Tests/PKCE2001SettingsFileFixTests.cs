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
          "Server": { {|PKCE4002:"DefaultCodeChallengeMethod": "plain"|} }
        }
        """,
        """
        {
          "Clients": [
            { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], "RequirePkce": true, "AllowPlainTextPkce": false },
            { "ClientId": "one", "AllowedGrantTypes": "authorization_code", "PkceRequired": true, "PlainPkceAllowed": false }
          ],
          "Server": { "DefaultCodeChallengeMethod": "S256" }
        }
        """,
        program: KnownClients);

    [Fact]
    public Task Nothing_is_required_unasked_of_clients_that_are_not_known() => VerifyAsync(
        """
        {
          "Clients": [ { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], {|PKCE4001:"RequirePkce": false|} } ],
          "OpenIdServerSettings": { "AllowAuthorizationCodeFlow": true, {|PKCE4001:"RequireProofKeyForCodeExchange": false|} },
        }
        """,
        """
        {
          "Clients": [ { "ClientId": "web", "AllowedGrantTypes": [ "authorization_code" ], "RequirePkce": true } ],
          "OpenIdServerSettings": { "AllowAuthorizationCodeFlow": true, "RequireProofKeyForCodeExchange": true },
        }
        """,
        isForSolutions: false);

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
        config: "build_property.PkcePackageVersions = IdentityServer4=3.1.4",
        program: KnownClients);

    [Fact]
    public Task Line_breaks_stay_as_they_are() => VerifyAsync(
        "{\r\n\t\"Clients\": [ {\r\n\t\t\"ClientId\": \"web\",\r\n\t\t\"AllowedGrantTypes\": [ {|PKCE4001:\"authorization_code\"|} ] } ]\r\n}\r\n",
        "{\r\n\t\"Clients\": [ {\r\n\t\t\"RequirePkce\": true,\r\n\t\t\"ClientId\": \"web\",\r\n\t\t\"AllowedGrantTypes\": [ \"authorization_code\" ] } ]\r\n}\r\n",
        config: "build_property.PkcePackageVersions = IdentityServer4=3.1.4",
        program: KnownClients);

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

    const string KnownClients = """
        static class Clients
        {
            const string Server = "https://login.example.com/authorize?response_type=code&code_challenge_method=S256";

            public static string Web(string challenge) => $"{Server}&client_id=web&code_challenge={challenge}";

            public static string One(string challenge) => $"{Server}&client_id=one&code_challenge={challenge}";
        }
        """;

    static Task VerifyAsync(string before, string after, string? config = null, string program = "class Program;", bool isForSolutions = true)
    {
        var test = new Test { TestCode = program, FixedCode = program, IsForSolutions = isForSolutions };
        test.TestState.AdditionalFiles.Add(("/app/appsettings.json", before));
        test.FixedState.AdditionalFiles.Add(("/app/appsettings.json", after));
        if (config is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + config));
        return test.RunAsync();
    }

    sealed class Test : AdditionalFileFixTest<PkceAnalyzer, PKCE2001SettingsFileFix>;
}

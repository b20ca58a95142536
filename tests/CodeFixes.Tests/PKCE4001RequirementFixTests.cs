using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A server that begins to require PKCE refuses clients that send none: nobody but who reads the title decides that, unless the
/// client is known.</summary>
public sealed class PKCE4001RequirementFixTests
{
    const string Refusing = nameof(PKCE4001RequirementFix) + ".Refusing";

    const string Library = """

        namespace Duende.IdentityServer.Models
        {
            public class Client
            {
                public string ClientId { get; set; } = "";
                public string[] AllowedGrantTypes { get; set; } = [];
                public bool RequirePkce { get; set; } = true;
                public bool AllowPlainTextPkce { get; set; }
            }
        }
        """;

    const string UnknownClients = """
        using Duende.IdentityServer.Models;

        class Config(string id)
        {
            Client code = new() { ClientId = "web", AllowedGrantTypes = ["authorization_code"], {|PKCE4001:RequirePkce = false|} }; // old
            Client configured = new() { ClientId = id, AllowedGrantTypes = ["authorization_code"], {|PKCE4001:RequirePkce = false|} };
            Client hybrid = new() { AllowedGrantTypes = ["hybrid"], {|PKCE4001:RequirePkce = false|} };
        }
        """ + Library;

    [Fact]
    public Task Whoever_reads_the_title_may_require_it() => Fixed<PKCE4001RequirementFix>.VerifyPartAsync(
        UnknownClients,
        """
        using Duende.IdentityServer.Models;

        class Config(string id)
        {
            Client code = new() { ClientId = "web", AllowedGrantTypes = ["authorization_code"], RequirePkce = true }; // old
            Client configured = new() { ClientId = id, AllowedGrantTypes = ["authorization_code"], RequirePkce = true };
            Client hybrid = new() { AllowedGrantTypes = ["hybrid"], {|PKCE4001:RequirePkce = false|} };
        }
        """ + Library,
        Refusing);

    [Fact]
    public Task Nothing_is_required_unasked_of_clients_that_are_not_known() =>
        Fixed<PKCE4001RequirementFix>.VerifyNoneWholeAsync(UnknownClients);

    [Fact]
    public Task It_is_required_of_a_client_whose_library_sends_it() => Fixed<PKCE4001RequirementFix>.VerifyAsync(
        Server("{|PKCE4001:RequirePkce = false|}") + OfHandler(""),
        Server("RequirePkce = true") + OfHandler(""),
        libraries: Packages.OpenIdConnect);

    [Theory]
    [InlineData("options.UsePkce = configured;")]
    [InlineData("options.ResponseType = type;")]
    [InlineData("set(options);")]
    public Task Nothing_is_required_of_a_client_whose_library_may_not_send_it(string statement) =>
        Fixed<PKCE4001RequirementFix>.VerifyNoneWholeAsync(
            Server("{|PKCE4001:RequirePkce = false|}") + OfHandler(statement), libraries: Packages.OpenIdConnect);

    [Fact]
    public Task It_is_required_of_a_client_whose_request_has_it() => Fixed<PKCE4001RequirementFix>.VerifyAsync(
        Server("{|PKCE4001:RequirePkce = false|}") + OfRequest("&code_challenge=\" + challenge + \"&code_challenge_method=S256"),
        Server("RequirePkce = true") + OfRequest("&code_challenge=\" + challenge + \"&code_challenge_method=S256"));

    [Fact]
    public Task Nothing_is_required_of_a_client_of_which_one_part_may_not_send_it() => Fixed<PKCE4001RequirementFix>.VerifyNoneWholeAsync(
        Server("{|PKCE4001:RequirePkce = false|}")
        + OfRequest("&code_challenge=\" + challenge + \"&code_challenge_method=S256")
        + OfHandler("options.ResponseType = type;", name: "Other"),
        libraries: Packages.OpenIdConnect);

    [Fact]
    public Task Application_of_OpenIddict_gets_the_requirement() => Fixed<PKCE4001RequirementFix>.VerifyPartAsync(
        OpenIddictApplication("{|PKCE4001:OpenIddictApplicationDescriptor|}", ""),
        OpenIddictApplication(
            "OpenIddictApplicationDescriptor",
            "\n        Requirements = { OpenIddictConstants.Requirements.Features.ProofKeyForCodeExchange },"),
        Refusing,
        Packages.OpenIddict);

    [Theory]
    [InlineData(
        "options.{|PKCE4001:{|PKCE4002:AllowAuthorizationCodeFlow|}|}().AllowRefreshTokenFlow();",
        "options.{|PKCE4002:AllowAuthorizationCodeFlow|}().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow();")]
    [InlineData(
        "options.AllowRefreshTokenFlow()\n            .{|PKCE4001:{|PKCE4002:AllowAuthorizationCodeFlow|}|}(); // codes",
        "options.AllowRefreshTokenFlow()\n            .{|PKCE4002:AllowAuthorizationCodeFlow|}()\n            .RequireProofKeyForCodeExchange(); // codes")]
    public Task Server_of_OpenIddict_requires_it(string flows, string repaired) => Fixed<PKCE4001RequirementFix>.VerifyPartAsync(
        OpenIddictServer(flows), OpenIddictServer(repaired), Refusing, Packages.OpenIddict);

    static string OpenIddictApplication(string type, string requirements) => $$"""
        using System;
        using OpenIddict.Abstractions;
        using static OpenIddict.Abstractions.OpenIddictConstants;

        class Seed
        {
            OpenIddictApplicationDescriptor web = new {{type}}
            {
                ClientId = "web",
                Permissions = { Permissions.GrantTypes.AuthorizationCode }, // and no other{{requirements}}
            };
        }
        """;

    static string Server(string requirement) => $$"""
        using System;
        using Duende.IdentityServer.Models;
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;

        class Config
        {
            Client web = new() { ClientId = "web", AllowedGrantTypes = ["authorization_code"], {{requirement}} };
        }
        """.Replace("using Microsoft.AspNetCore.Authentication.OpenIdConnect;\n", "", StringComparison.Ordinal) + Library;

    static string OfHandler(string statement, string name = "Web") => $$"""

        static class {{name}}
        {
            static void Add(IServiceCollection services, bool configured, string type, Action<Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions> set) =>
                services.AddAuthentication().AddOpenIdConnect(options =>
                {
                    options.ClientId = "web";
                    options.ResponseType = "code";
                    {{statement}}
                });
        }
        """;

    static string OfRequest(string proofKey) => $$"""

        static class Web
        {
            static string Url(string challenge) => "https://login.example.com/authorize?response_type=code&client_id=web{{proofKey}}";
        }
        """;

    static string OpenIddictServer(string flows) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddOpenIddict().AddServer(options =>
            {
                {{flows}}
            });
        }
        """;
}

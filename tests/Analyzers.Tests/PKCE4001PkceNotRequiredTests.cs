using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE4001PkceNotRequiredTests
{
    [Fact]
    public Task Requirement_switched_off() => PkceTest.VerifyWithAsync(IdentityServer.Duende, """
        using System.Collections.Generic;
        using Duende.IdentityServer.Models;

        static class Config
        {
            public static IEnumerable<Client> Clients =>
            [
                new Client { ClientId = "one", AllowedGrantTypes = GrantTypes.Code, {|PKCE4001:RequirePkce = false|} },
                new() { ClientId = "two", AllowedGrantTypes = GrantTypes.Hybrid, {|PKCE4001:RequirePkce = false|} },
                new Client { ClientId = "three", AllowedGrantTypes = { GrantType.AuthorizationCode }, {|PKCE4001:RequirePkce = false|} },
                new Client { ClientId = "four", AllowedGrantTypes = GrantTypes.Code },
                new Client { ClientId = "five", AllowedGrantTypes = GrantTypes.Code, RequirePkce = true },
            ];
        }
        """);

    [Fact]
    public Task Requirement_that_callers_of_a_helper_choose() => PkceTest.VerifyWithAsync(IdentityServer.Duende, """
        using System.Collections.Generic;
        using Duende.IdentityServer.Models;

        static class Config
        {
            public static IEnumerable<Client> Clients =>
            [
                Web("one", {|PKCE4001:false|}),
                Web("two", true),
                Web(id: "three", pkce: {|PKCE4001:!true|}),
            ];

            public static Client Only => Single(false);

            static Client Web(string id, bool pkce) => new() { ClientId = id, AllowedGrantTypes = GrantTypes.Code, RequirePkce = pkce };

            static Client Single(bool pkce) => new() { ClientId = "single", AllowedGrantTypes = GrantTypes.Code, {|PKCE4001:RequirePkce = pkce|} };
        }
        """);

    [Fact]
    public Task Clients_without_the_code_grant() => PkceTest.VerifyWithAsync(IdentityServer.Four("3.1.0.0"), """
        using IdentityServer4.Models;

        static class Config
        {
            static Client machine = new Client { ClientId = "one", AllowedGrantTypes = GrantTypes.ClientCredentials, RequirePkce = false };
            static Client device = new Client { ClientId = "two", AllowedGrantTypes = { GrantType.DeviceFlow }, RequirePkce = false };
            static Client page = new Client { ClientId = "three", {|PKCE1005:AllowedGrantTypes = GrantTypes.Implicit|} };
        }
        """);

    [Theory]
    [InlineData("3.1.4.0", true)]
    [InlineData("4.0.0.0", false)]
    public Task Default_by_version(string version, bool isOff)
    {
        var type = isOff ? "{|PKCE4001:Client|}" : "Client";
        return PkceTest.VerifyWithAsync(IdentityServer.Four(version), $$"""
            using IdentityServer4.Models;

            static class Config
            {
                static Client code = new {{type}} { ClientId = "one", AllowedGrantTypes = GrantTypes.CodeAndClientCredentials };
                static Client safe = new Client { ClientId = "two", AllowedGrantTypes = GrantTypes.Code, RequirePkce = true };
                static Client machine = new Client { ClientId = "three", AllowedGrantTypes = GrantTypes.ClientCredentials };

                static Client Later()
                {
                    var client = new Client { ClientId = "four", AllowedGrantTypes = GrantTypes.Code };
                    client.RequirePkce = true;
                    return client;
                }
            }
            """);
    }

    [Theory]
    [InlineData("IdentityServer4=3.1.0", "net6.0", true)]
    [InlineData("IdentityServer4.AspNetIdentity=4.1.2", "netcoreapp3.1", false)]
    [InlineData("", "netcoreapp2.1", true)]
    [InlineData("", "netcoreapp3.1", false)]
    public Task Version_of_a_package_that_is_not_restored(string packages, string framework, bool isOff)
    {
        var type = isOff ? "{|PKCE4001:Client|}" : "Client";
        return PkceTest.VerifyUnresolvedAsync(packages, framework, $$"""
            using IdentityServer4.Models;

            static class Config
            {
                static Client code = new {{type}} { ClientId = "one", AllowedGrantTypes = GrantTypes.Code };
            }
            """);
    }

    [Fact]
    public Task Parameter_of_a_helper_that_no_caller_gives() => PkceTest.VerifyUnresolvedAsync("", "net6.0", """
        using Volo.Abp.IdentityServer.Clients;

        class Seeder
        {
            void Seed()
            {
                Create("web", requireClientSecret: true);
                Create("app");
            }

            Client Create(string name, bool requireClientSecret = false, bool requirePkce = false) =>
                new Client(name) { {|PKCE4001:RequirePkce = requirePkce|} };
        }

        class SafeSeeder
        {
            void Seed() => Create("web", requirePkce: true);

            Client Create(string name, bool requirePkce = false) => new Client(name) { RequirePkce = requirePkce };
        }
        """);

    [Fact]
    public Task IdentityServer3_flows() => PkceTest.VerifyUnresolvedAsync("", "net472", """
        using IdentityServer3.Core.Models;

        static class Clients
        {
            static Client code = new Client { {|PKCE4001:Flow = Flows.AuthorizationCode|} };
            static Client safe = new Client { Flow = Flows.AuthorizationCodeWithProofKey };
            static Client page = new Client { {|PKCE1005:Flow = Flows.Implicit|} };
        }
        """);

    [Fact]
    public Task Value_that_is_copied_or_read() => PkceTest.VerifyWithAsync(IdentityServer.Duende, """
        using Duende.IdentityServer.Models;
        using Microsoft.Extensions.Configuration;

        class Store(IConfiguration configuration)
        {
            Client Copy(Client other) => new Client { AllowedGrantTypes = other.AllowedGrantTypes, RequirePkce = other.RequirePkce };

            Client Read() => new Client { AllowedGrantTypes = GrantTypes.Code, RequirePkce = configuration.GetValue<bool>("RequirePkce") };

            bool IsOff(Client client) => client.RequirePkce == false;
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyUnresolvedAsync("IdentityServer4=3.1.0", "net6.0", """
        using Company.Models;

        class ClientDto
        {
            public bool RequirePkce { get; set; }
        }

        class Admin
        {
            object dto = new ClientDto { RequirePkce = false };
            object other = new Client { AllowedGrantTypes = GrantTypes.Code, RequirePkce = false };
            object column = new { RequirePkce = false };
        }
        """);
}

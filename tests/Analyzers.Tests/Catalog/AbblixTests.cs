using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE4001 and PKCE4002 for clients registered with Abblix OIDC Server.</summary>
public sealed class AbblixTests
{
    static MetadataReference Abblix(string version) => Library.Compile("Abblix.Oidc.Server", version, """
        namespace Abblix.Oidc.Server.Common.Constants
        {
            public static class GrantTypes
            {
                public const string AuthorizationCode = "authorization_code";
                public const string ClientCredentials = "client_credentials";
            }
        }

        namespace Abblix.Oidc.Server.Features.ClientInformation
        {
            public record ClientInfo(string ClientId)
            {
                public string[] AllowedGrantTypes { get; set; } = ["authorization_code"];
                public bool? PkceRequired { get; set; }
                public bool PlainPkceAllowed { get; set; }
            }
        }

        namespace Abblix.Oidc.Server.Model
        {
            public record ClientRegistrationRequest
            {
                public bool? PkceRequired { get; set; }
            }
        }
        """);

    [Theory]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") { {|PKCE4001:PkceRequired = false|} }")]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") { PkceRequired = true }")]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") { PkceRequired = required }")]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") { AllowedGrantTypes = [GrantTypes.ClientCredentials], PkceRequired = false }")]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") { AllowedGrantTypes = [GrantTypes.AuthorizationCode], {|PKCE4001:PkceRequired = false|} }")]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") { {|PKCE4002:PlainPkceAllowed = true|} }")]
    [InlineData("2.0.0.0", "new ClientInfo(\"web\") with { {|PKCE4002:PlainPkceAllowed = true|} }")]
    [InlineData("2.0.0.0", "new ClientRegistrationRequest { {|PKCE4001:PkceRequired = false|} }")]
    [InlineData("1.0.0.0", "new {|PKCE4001:ClientInfo|}(\"web\")")]
    [InlineData("1.0.0.0", "new ClientInfo(\"web\") { PkceRequired = true }")]
    [InlineData("1.0.0.0", "new ClientInfo(\"machine\") { AllowedGrantTypes = [GrantTypes.ClientCredentials] }")]
    [InlineData("1.3.0.0", "new ClientInfo(\"web\")")]
    public async Task Clients(string version, string client)
    {
        var program = $$"""
            using Abblix.Oidc.Server.Common.Constants;
            using Abblix.Oidc.Server.Features.ClientInformation;
            using Abblix.Oidc.Server.Model;

            class Clients(bool required)
            {
                object client = {{client}};
            }
            """;
        await PkceTest.VerifyWithAsync(Abblix(version), program);
        await PkceTest.VerifyUnresolvedAsync($"Abblix.Oidc.Server={version}", "net8.0", program);
    }

    [Fact]
    public Task Same_names_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class ClientInfo
        {
            public bool PkceRequired { get; set; }

            static ClientInfo Make() => new() { PkceRequired = false };
        }
        """);
}

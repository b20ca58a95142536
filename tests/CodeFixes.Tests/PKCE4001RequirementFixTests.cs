using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE4001RequirementFixTests
{
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

    [Fact]
    public Task Requirement_is_written_for_clients_whose_login_goes_on() => Fixed<PKCE4001RequirementFix>.VerifyAsync(
        """
        using Duende.IdentityServer.Models;

        class Config
        {
            Client code = new() { AllowedGrantTypes = ["authorization_code"], {|PKCE4001:RequirePkce = false|} }; // old
            Client hybrid = new() { AllowedGrantTypes = ["hybrid"], {|PKCE4001:RequirePkce = false|} };
        }
        """ + Library,
        """
        using Duende.IdentityServer.Models;

        class Config
        {
            Client code = new() { AllowedGrantTypes = ["authorization_code"], RequirePkce = true }; // old
            Client hybrid = new() { AllowedGrantTypes = ["hybrid"], {|PKCE4001:RequirePkce = false|} };
        }
        """ + Library);
}

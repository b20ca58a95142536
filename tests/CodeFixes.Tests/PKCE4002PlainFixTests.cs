using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE4002PlainFixTests
{
    const string Library = """

        namespace IdentityServer4.Models
        {
            public class Client
            {
                public bool RequirePkce { get; set; }
                public bool AllowPlainTextPkce { get; set; }
            }
        }
        """;

    [Fact]
    public Task Plain_is_refused() => Fixed<PKCE4002PlainFix>.VerifyAsync(
        """
        using IdentityServer4.Models;

        class Config
        {
            Client one = new() { RequirePkce = true, {|PKCE4002:AllowPlainTextPkce = true|} };

            void Loosen(Client client) => {|PKCE4002:client.AllowPlainTextPkce = true|};
        }
        """ + Library,
        """
        using IdentityServer4.Models;

        class Config
        {
            Client one = new() { RequirePkce = true, AllowPlainTextPkce = false };

            void Loosen(Client client) => client.AllowPlainTextPkce = false;
        }
        """ + Library);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1001 and PKCE1004 for ADAL.NET, which cannot do PKCE.</summary>
public sealed class AdalTests
{
    static readonly MetadataReference Adal = Library.Compile("Microsoft.IdentityModel.Clients.ActiveDirectory", """
        using System;
        using System.Threading.Tasks;

        namespace Microsoft.IdentityModel.Clients.ActiveDirectory
        {
            public class ClientCredential(string id, string secret);

            public class AuthenticationContext(string authority)
            {
                public Task<Uri> GetAuthorizationRequestUrlAsync(string resource, string clientId, Uri redirectUri, object user, string extra) => null;
                public Task<object> AcquireTokenByAuthorizationCodeAsync(string code, Uri redirectUri, ClientCredential credential) => null;
                public Task<object> AcquireTokenSilentAsync(string resource, ClientCredential credential) => null;
            }
        }
        """);

    [Theory]
    [InlineData("context.{|PKCE1001:GetAuthorizationRequestUrlAsync|}(\"https://graph.example.com\", \"app\", redirect, null, null)")]
    [InlineData("context.{|PKCE1004:AcquireTokenByAuthorizationCodeAsync|}(code, redirect, credential)")]
    [InlineData("context.AcquireTokenSilentAsync(\"https://graph.example.com\", credential)")]
    public async Task Requests(string call)
    {
        var program = $$"""
            using System;
            using Microsoft.IdentityModel.Clients.ActiveDirectory;

            class Login
            {
                object Run(AuthenticationContext context, ClientCredential credential, Uri redirect, string code) => {{call}};
            }
            """;
        await PkceTest.VerifyWithAsync(Adal, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.IdentityModel.Clients.ActiveDirectory=5.2.9", "net48", program);
    }

    [Fact]
    public Task Same_names_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class AuthenticationContext
        {
            public string AcquireTokenByAuthorizationCodeAsync(string code, string redirectUri) => code + redirectUri;

            static string Run(AuthenticationContext context) => context.AcquireTokenByAuthorizationCodeAsync("", "");
        }
        """);
}

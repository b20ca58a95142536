using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1001 and PKCE1004 for the SDK of Xero.</summary>
public sealed class XeroTests
{
    static readonly MetadataReference Xero = Library.Compile("Xero.NetStandard.OAuth2Client", """
        using System.Threading.Tasks;

        namespace Xero.NetStandard.OAuth2.Client
        {
            public interface IXeroClient
            {
                string BuildLoginUri();
                string BuildLoginUri(string state, string scope);
                string BuildLoginUriPkce(string codeVerifier, string state, string scope);
                Task<object> RequestAccessTokenAsync(string code);
                Task<object> RequestAccessTokenPkceAsync(string code, string codeVerifier);
            }

            public class XeroClient : IXeroClient
            {
                public string BuildLoginUri() => "";
                public string BuildLoginUri(string state, string scope) => "";
                public string BuildLoginUriPkce(string codeVerifier, string state, string scope) => "";
                public Task<object> RequestAccessTokenAsync(string code) => null;
                public Task<object> RequestAccessTokenPkceAsync(string code, string codeVerifier) => null;
                public Task<object> RefreshAccessTokenAsync(object token) => null;
            }
        }
        """);

    [Theory]
    [InlineData("client.{|PKCE1001:BuildLoginUri|}()")]
    [InlineData("client.{|PKCE1001:BuildLoginUri|}(\"state\", \"openid\")")]
    [InlineData("new XeroClient().{|PKCE1001:BuildLoginUri|}()")]
    [InlineData("client.{|PKCE1004:RequestAccessTokenAsync|}(code)")]
    [InlineData("client.BuildLoginUriPkce(verifier, \"state\", \"openid\")")]
    [InlineData("client.RequestAccessTokenPkceAsync(code, verifier)")]
    [InlineData("new XeroClient().RefreshAccessTokenAsync(code)")]
    public async Task Logins(string call)
    {
        var program = $$"""
            using Xero.NetStandard.OAuth2.Client;

            class Login
            {
                object Run(IXeroClient client, string code, string verifier) => {{call}};
            }
            """;
        await PkceTest.VerifyWithAsync(Xero, program);
        await PkceTest.VerifyUnresolvedAsync("Xero.NetStandard.OAuth2Client=1.6.0", "net8.0", program);
    }

    [Fact]
    public Task Same_names_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class XeroClient
        {
            public string BuildLoginUri() => "client_id";

            public string RequestAccessTokenAsync(string code) => code;

            static string Run(XeroClient client) => client.BuildLoginUri() + client.RequestAccessTokenAsync("");
        }
        """);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Google.Apis.Auth: requests, flows and their overloads without PKCE.</summary>
public sealed class GoogleTests
{
    static MetadataReference Auth(string version) => Library.Compile("Google.Apis.Auth", version, """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Google.Apis.Auth.OAuth2
        {
            public class GoogleWebAuthorizationBroker
            {
                public static Task<object> AuthorizeAsync(string secrets, string user, bool usePkce = true) => null;
            }
        }

        namespace Google.Apis.Auth.OAuth2.Flows
        {
            using Google.Apis.Auth.OAuth2.Requests;

            public interface IAuthorizationCodeFlow
            {
                AuthorizationCodeRequestUrl CreateAuthorizationCodeRequest(string redirectUri);
                Task<object> ExchangeCodeForTokenAsync(string user, string code, string redirectUri, CancellationToken cancellation);
            }

            public class AuthorizationCodeFlow(string secrets) : IAuthorizationCodeFlow
            {
                public virtual AuthorizationCodeRequestUrl CreateAuthorizationCodeRequest(string redirectUri) => null;
                public Task<object> ExchangeCodeForTokenAsync(string user, string code, string redirectUri, CancellationToken cancellation) => null;
            }

            public class GoogleAuthorizationCodeFlow(string secrets) : AuthorizationCodeFlow(secrets);

            public class PkceGoogleAuthorizationCodeFlow(string secrets) : GoogleAuthorizationCodeFlow(secrets)
            {
                public AuthorizationCodeRequestUrl CreateAuthorizationCodeRequest(string redirectUri, out string codeVerifier) { codeVerifier = ""; return null; }
                public Task<object> ExchangeCodeForTokenAsync(string user, string code, string codeVerifier, string redirectUri, CancellationToken cancellation) => null;
            }
        }

        namespace Google.Apis.Auth.OAuth2.Requests
        {
            public class AuthorizationCodeRequestUrl(Uri server)
            {
                public string ClientId { get; set; }
                public string RedirectUri { get; set; }
                public string ResponseType { get; set; }
            }

            public class GoogleAuthorizationCodeRequestUrl(Uri server) : AuthorizationCodeRequestUrl(server)
            {
                public string CodeChallenge { get; set; }
                public string CodeChallengeMethod { get; set; }
            }

            public class AuthorizationCodeTokenRequest
            {
                public string Code { get; set; }
                public string RedirectUri { get; set; }
                public string CodeVerifier { get; set; }
            }
        }
        """);

    static async Task VerifyAsync(string code)
    {
        var program = $$"""
            using System;
            using System.Threading;
            using Google.Apis.Auth.OAuth2;
            using Google.Apis.Auth.OAuth2.Flows;
            using Google.Apis.Auth.OAuth2.Requests;

            class Login
            {
                object Make(Uri server, string secrets, string redirect, string code, string verifier, string challenge)
                {
                    {{code}}
                }
            }
            """;
        await PkceTest.VerifyWithAsync(Auth("1.68.0.0"), program);
        await PkceTest.VerifyUnresolvedAsync("Google.Apis.Auth=1.68.0", "net8.0", program);
    }

    [Theory]
    [InlineData("return new {|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code, RedirectUri = redirect };")]
    [InlineData("return new AuthorizationCodeTokenRequest { Code = code, RedirectUri = redirect, CodeVerifier = verifier };")]
    [InlineData("var request = new AuthorizationCodeTokenRequest { Code = code }; request.CodeVerifier = verifier; return request;")]
    [InlineData("var url = new {|PKCE1001:GoogleAuthorizationCodeRequestUrl|}(server) { ClientId = \"app\", RedirectUri = redirect }; return url.ToString();")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", CodeChallenge = challenge, CodeChallengeMethod = \"S256\" }; return url.ToString();")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", CodeChallenge = challenge, {|PKCE1002:CodeChallengeMethod = \"plain\"|} }; return url.ToString();")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", ResponseType = \"token\" }; return url.ToString();")]
    public Task Requests(string code) => VerifyAsync(code);

    [Theory]
    [InlineData("var flow = new PkceGoogleAuthorizationCodeFlow(secrets); return flow.{|PKCE2003:CreateAuthorizationCodeRequest|}(redirect);")]
    [InlineData("var flow = new PkceGoogleAuthorizationCodeFlow(secrets); return flow.CreateAuthorizationCodeRequest(redirect, out verifier);")]
    [InlineData("var flow = new PkceGoogleAuthorizationCodeFlow(secrets); return flow.{|PKCE2003:ExchangeCodeForTokenAsync|}(\"user\", code, redirect, CancellationToken.None);")]
    [InlineData("var flow = new PkceGoogleAuthorizationCodeFlow(secrets); return flow.ExchangeCodeForTokenAsync(\"user\", code, verifier, redirect, CancellationToken.None);")]
    [InlineData("var flow = new {|PKCE2002:GoogleAuthorizationCodeFlow|}(secrets); return flow.CreateAuthorizationCodeRequest(redirect);")]
    [InlineData("var flow = new {|PKCE2002:AuthorizationCodeFlow|}(secrets); return flow.CreateAuthorizationCodeRequest(redirect);")]
    [InlineData("return new GoogleAuthorizationCodeFlow(secrets);")]
    public Task Flows(string code) => VerifyAsync(code);

    [Fact]
    public Task Flow_of_the_program_that_makes_the_url_for_the_library() => PkceTest.VerifyWithAsync(Auth("1.68.0.0"), """
        using System;
        using Google.Apis.Auth.OAuth2.Flows;
        using Google.Apis.Auth.OAuth2.Requests;

        class OfflineFlow(string secrets) : PkceGoogleAuthorizationCodeFlow(secrets)
        {
            public override AuthorizationCodeRequestUrl CreateAuthorizationCodeRequest(string redirectUri) =>
                new GoogleAuthorizationCodeRequestUrl(new Uri("https://accounts.example.com")) { RedirectUri = redirectUri };
        }
        """);

    [Theory]
    [InlineData("1.60.0.0", "{|PKCE2002:AuthorizeAsync|}(secrets, \"user\")")]
    [InlineData("1.61.0.0", "AuthorizeAsync(secrets, \"user\")")]
    [InlineData("1.61.0.0", "AuthorizeAsync(secrets, \"user\", usePkce: true)")]
    [InlineData("1.61.0.0", "{|PKCE2001:AuthorizeAsync|}(secrets, \"user\", usePkce: false)")]
    public Task Broker_by_version(string version, string call) => PkceTest.VerifyWithAsync(Auth(version), $$"""
        using Google.Apis.Auth.OAuth2;

        class Login
        {
            object Run(string secrets) => GoogleWebAuthorizationBroker.{{call}};
        }
        """);

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        class PkceGoogleAuthorizationCodeFlow
        {
            public string CreateAuthorizationCodeRequest(string redirectUri) => redirectUri;

            static string Run() => new PkceGoogleAuthorizationCodeFlow().CreateAuthorizationCodeRequest("") + new AuthorizationCodeTokenRequest { Code = "x" };
        }

        class AuthorizationCodeTokenRequest { public string? Code { get; set; } }
        """);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Google.Apis.Auth: requests, flows and their overloads without PKCE.</summary>
public sealed class GoogleTests
{
    /// <summary>The broker of versions that cannot be had.</summary>
    static MetadataReference Broker(string version) => Library.Compile("Google.Apis.Auth", version, """
        using System.Threading;
        using System.Threading.Tasks;

        namespace Google.Apis.Auth.OAuth2
        {
            public class ClientSecrets;

            public class GoogleWebAuthorizationBroker
            {
                public static Task<object> AuthorizeAsync(ClientSecrets clientSecrets, string[] scopes, string user, CancellationToken taskCancellationToken) => null;
            }
        }

        namespace Google.Apis.Auth.OAuth2.Flows
        {
            public class GoogleAuthorizationCodeFlow { public class Initializer; }
        }
        """);

    static async Task VerifyAsync(string code)
    {
        await VerifyShippedAsync(code);
        await VerifyUnresolvedAsync(code);
    }

    static Task VerifyShippedAsync(string code) => PkceTest.VerifyWithAsync(Packages.GoogleApisAuth, Program(code));

    static Task VerifyUnresolvedAsync(string code) => PkceTest.VerifyUnresolvedAsync("Google.Apis.Auth=1.68.0", "net8.0", Program(code));

    static string Program(string code) => $$"""
        using System;
        using System.Threading;
        using Google.Apis.Auth.OAuth2;
        using Google.Apis.Auth.OAuth2.Flows;
        using Google.Apis.Auth.OAuth2.Requests;

        class Login
        {
            object Make(Uri server, GoogleAuthorizationCodeFlow.Initializer secrets, string redirect, string code, string verifier, string challenge)
            {
                {{code}}
            }
        }
        """;

    [Theory]
    [InlineData("return new {|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code, RedirectUri = redirect };")]
    [InlineData("return new AuthorizationCodeTokenRequest { Code = code, RedirectUri = redirect, CodeVerifier = verifier };")]
    [InlineData("var request = new AuthorizationCodeTokenRequest { Code = code }; request.CodeVerifier = verifier; return request;")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", CodeChallenge = challenge, CodeChallengeMethod = \"S256\" }; return url.ToString();")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", CodeChallenge = challenge, {|PKCE1002:CodeChallengeMethod = \"plain\"|} }; return url.ToString();")]
    public Task Requests(string code) => VerifyAsync(code);

    /// <summary>The attributes of the properties tell their names on the wire.</summary>
    [Theory]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { {|PKCE1001:ClientId = \"app\"|}, RedirectUri = redirect }; return url.ToString();")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", {|PKCE1005:ResponseType = \"token\"|} }; return url.ToString();")]
    public Task Requests_by_attributes(string code) => VerifyShippedAsync(code);

    [Theory]
    [InlineData("var url = new {|PKCE1001:GoogleAuthorizationCodeRequestUrl|}(server) { ClientId = \"app\", RedirectUri = redirect }; return url.ToString();")]
    [InlineData("var url = new GoogleAuthorizationCodeRequestUrl(server) { ClientId = \"app\", {|PKCE1005:ResponseType = \"token\"|} }; return url.ToString();")]
    public Task Requests_by_the_name_of_the_type(string code) => VerifyUnresolvedAsync(code);

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
    public Task Flow_of_the_program_that_makes_the_url_for_the_library() => PkceTest.VerifyWithAsync(Packages.GoogleApisAuth, """
        using System;
        using Google.Apis.Auth.OAuth2.Flows;
        using Google.Apis.Auth.OAuth2.Requests;

        class OfflineFlow(GoogleAuthorizationCodeFlow.Initializer secrets) : PkceGoogleAuthorizationCodeFlow(secrets)
        {
            public override AuthorizationCodeRequestUrl CreateAuthorizationCodeRequest(string redirectUri) =>
                new GoogleAuthorizationCodeRequestUrl(new Uri("https://accounts.example.com")) { RedirectUri = redirectUri };
        }
        """);

    [Theory]
    [InlineData("1.60.0.0", "{|PKCE2002:AuthorizeAsync|}(secrets, [], \"user\", CancellationToken.None)")]
    [InlineData("1.61.0.0", "AuthorizeAsync(secrets, [], \"user\", CancellationToken.None)")]
    public Task Broker_by_version(string version, string call) => PkceTest.VerifyWithAsync(Broker(version), Login(call));

    [Theory]
    [InlineData("AuthorizeAsync(secrets, [], \"user\", CancellationToken.None)")]
    [InlineData("AuthorizeAsync(flow, [], \"user\", usePkce: true, CancellationToken.None)")]
    [InlineData("{|PKCE2001:AuthorizeAsync|}(flow, [], \"user\", usePkce: false, CancellationToken.None)")]
    public Task Broker_as_it_is_shipped(string call) => PkceTest.VerifyWithAsync(Packages.GoogleApisAuth, Login(call));

    static string Login(string call) => $$"""
        using System.Threading;
        using Google.Apis.Auth.OAuth2;
        using Google.Apis.Auth.OAuth2.Flows;

        class Login
        {
            object Run(ClientSecrets secrets, GoogleAuthorizationCodeFlow.Initializer flow) => GoogleWebAuthorizationBroker.{{call}};
        }
        """;

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

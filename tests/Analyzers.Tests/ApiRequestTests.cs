using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>PKCE1001, PKCE1002 and PKCE1004 for calls and objects of libraries that are requests.</summary>
public sealed class ApiRequestTests
{
    [Theory]
    [InlineData("await app.{|PKCE1004:AcquireTokenByAuthorizationCode|}(scopes, code).ExecuteAsync();")]
    [InlineData("await app.AcquireTokenByAuthorizationCode(scopes, code).WithPkceCodeVerifier(verifier).ExecuteAsync();")]
    [InlineData("await app.{|PKCE1004:AcquireTokenByAuthorizationCode|}(scopes, code).WithPkceCodeVerifier(null).ExecuteAsync();")]
    [InlineData("var builder = app.AcquireTokenByAuthorizationCode(scopes, code); builder = builder.WithPkceCodeVerifier(verifier); await builder.ExecuteAsync();")]
    [InlineData("var builder = app.{|PKCE1004:AcquireTokenByAuthorizationCode|}(scopes, code); await builder.ExecuteAsync();")]
    [InlineData("await app.{|PKCE1001:GetAuthorizationRequestUrl|}(scopes).ExecuteAsync();")]
    [InlineData("await app.GetAuthorizationRequestUrl(scopes).WithPkce(out var made).ExecuteAsync();")]
    [InlineData("await app.AcquireTokenInteractive(scopes).ExecuteAsync();")]
    public Task Msal(string code) => PkceTest.VerifyUnresolvedAsync("Microsoft.Identity.Client=4.60.0", "net8.0", $$"""
        using System.Threading.Tasks;
        using Microsoft.Identity.Client;

        class Login
        {
            async Task Run(IConfidentialClientApplication app, string[] scopes, string code, string verifier)
            {
                {{code}}
            }
        }
        """);

    [Theory]
    [InlineData("url.{|PKCE1001:CreateAuthorizeUrl|}(clientId: \"app\", responseType: \"code\", redirectUri: redirect);")]
    [InlineData("url.{|PKCE1001:CreateAuthorizeUrl|}(\"app\", \"code\", \"openid\");")]
    [InlineData("url.CreateAuthorizeUrl(clientId: \"app\", responseType: \"code\", codeChallenge: challenge, codeChallengeMethod: OidcConstants.CodeChallengeMethods.Sha256);")]
    [InlineData("url.CreateAuthorizeUrl(clientId: \"app\", responseType: \"code\", {|PKCE1002:codeChallenge: challenge|});")]
    [InlineData("url.CreateAuthorizeUrl(clientId: \"app\", responseType: \"code\", codeChallenge: challenge, {|PKCE1002:codeChallengeMethod: \"plain\"|});")]
    [InlineData("url.CreateAuthorizeUrl(clientId: \"app\", responseType: \"id_token\");")]
    [InlineData("url.CreateAuthorizeUrl(clientId: \"app\", responseType: \"code\", requestUri: redirect);")]
    [InlineData("url.CreateAuthorizeUrl(clientId: \"app\", responseType: type, redirectUri: redirect);")]
    public Task IdentityModel_urls(string code) => PkceTest.VerifyUnresolvedAsync("IdentityModel=7.0.0", "net8.0", $$"""
        using IdentityModel.Client;

        class Login
        {
            object Run(RequestUrl url, string redirect, string challenge, string type) => {{code}}
        }
        """);

    [Theory]
    [InlineData("new {|PKCE1004:AuthorizationCodeTokenRequest|} { ClientId = \"app\", Code = code, RedirectUri = \"https://app.example.com\" }")]
    [InlineData("new AuthorizationCodeTokenRequest { ClientId = \"app\", Code = code, CodeVerifier = verifier }")]
    [InlineData("new {|PKCE1004:AuthorizationCodeTokenRequest|} { ClientId = \"app\", Code = code, CodeVerifier = null }")]
    [InlineData("new AuthorizationCodeTokenRequest { ClientId = \"app\", Code = code, Parameters = { { \"code_verifier\", verifier } } }")]
    public Task IdentityModel_token_requests(string request) => PkceTest.VerifyUnresolvedAsync("Duende.IdentityModel=7.0.0", "net8.0", $$"""
        using Duende.IdentityModel.Client;

        class Login
        {
            object Make(string code, string verifier) => {{request}};
        }
        """);

    [Theory]
    [InlineData("new {|PKCE1001:LoginRequest|}(redirect, \"app\", LoginRequest.ResponseType.Code) { Scope = scopes }")]
    [InlineData("new LoginRequest(redirect, \"app\", LoginRequest.ResponseType.Code) { CodeChallenge = challenge, CodeChallengeMethod = \"S256\" }")]
    [InlineData("new LoginRequest(redirect, \"app\", {|PKCE1005:LoginRequest.ResponseType.Token|})")]
    public Task Spotify(string request) => PkceTest.VerifyUnresolvedAsync("SpotifyAPI.Web=7.0.0", "net8.0", $$"""
        using System;
        using SpotifyAPI.Web;

        class Login
        {
            object Make(Uri redirect, string challenge, string[] scopes) => {{request}};
        }
        """);

    /// <summary>A solution that builds the library itself has its members in source.</summary>
    [Theory]
    [InlineData("new {|PKCE1001:LoginRequest|}(redirect, \"app\", LoginRequest.ResponseType.Code)")]
    [InlineData("new LoginRequest(redirect, \"app\", LoginRequest.ResponseType.Code) { CodeChallenge = challenge, CodeChallengeMethod = \"S256\" }")]
    public Task Library_in_source(string request) => PkceTest.VerifyWithProjectAsync("""
        using System;

        namespace SpotifyAPI.Web
        {
            public class LoginRequest
            {
                public LoginRequest(Uri redirectUri, string clientId, ResponseType responseType) { }

                public string? CodeChallenge { get; set; }
                public string? CodeChallengeMethod { get; set; }

                public enum ResponseType { Code, Token }
            }
        }
        """, $$"""
        using System;
        using SpotifyAPI.Web;

        class Login
        {
            object Make(Uri redirect, string challenge) => {{request}};
        }
        """);

    [Theory]
    [InlineData("client.{|PKCE1001:BuildAuthorizationUrl|}().WithResponseType(AuthorizationResponseType.Code).WithClient(\"app\").Build()")]
    [InlineData("client.BuildAuthorizationUrl().WithResponseType(AuthorizationResponseType.Code).WithValue(\"code_challenge\", challenge).WithValue(\"code_challenge_method\", \"S256\").Build()")]
    [InlineData("client.BuildAuthorizationUrl().WithResponseType(AuthorizationResponseType.IdToken).Build()")]
    public Task Auth0(string url) => PkceTest.VerifyUnresolvedAsync("Auth0.AuthenticationApi=7.0.0", "net8.0", $$"""
        using Auth0.AuthenticationApi;

        class Login
        {
            object Make(AuthenticationApiClient client, string challenge) => {{url}};
        }
        """);

    [Theory]
    [InlineData("DropboxOAuth2Helper.{|PKCE1001:GetAuthorizeUri|}(OAuthResponseType.Code, \"app\", redirect)")]
    [InlineData("DropboxOAuth2Helper.{|PKCE1004:ProcessCodeFlowAsync|}(code, \"app\", \"secret\", redirect)")]
    [InlineData("DropboxOAuth2Helper.ProcessCodeFlowAsync(code, \"app\", codeVerifier: verifier)")]
    [InlineData("flow.GetAuthorizeUri(OAuthResponseType.Code, \"app\", redirect)")]
    public Task Dropbox(string call) => PkceTest.VerifyUnresolvedAsync("Dropbox.Api=6.0.0", "net8.0", $$"""
        using Dropbox.Api;

        class Login
        {
            object Make(PKCEOAuthFlow flow, string code, string redirect, string verifier) => {{call}};
        }
        """);

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyUnresolvedAsync("SpotifyAPI.Web=7.0.0|IdentityModel=7.0.0", "net8.0", """
        using Company.Logins;

        class AuthorizationCodeTokenRequest
        {
            public string? Text { get; set; }
        }

        class Login
        {
            object own = new AuthorizationCodeTokenRequest { Text = "x" };
            object other = new LoginRequest("user", "password", LoginRequest.ResponseType.Code);

            object Call(Company company) => company.AcquireTokenByAuthorizationCode("scope", "code");
        }
        """);
}

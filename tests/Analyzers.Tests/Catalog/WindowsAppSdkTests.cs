using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1001, PKCE1004 and PKCE2001 for the Windows App SDK.</summary>
public sealed class WindowsAppSdkTests
{
    [Theory]
    [InlineData("return new {|PKCE1001:AuthRequestParams|}(\"code\", \"app\");")]
    [InlineData("return new {|PKCE1001:AuthRequestParams|}(\"code\", \"app\", redirect) { Scope = \"openid\" };")]
    [InlineData("return new AuthRequestParams({|PKCE1005:\"token\"|}, \"app\", redirect);")]
    [InlineData("return new AuthRequestParams(\"code\", \"app\", redirect) { CodeChallengeMethod = CodeChallengeMethodKind.S256 };")]
    [InlineData("return new AuthRequestParams(\"code\", \"app\", redirect) { {|PKCE2001:CodeChallengeMethod = CodeChallengeMethodKind.Plain|} };")]
    [InlineData("return AuthRequestParams.CreateForAuthorizationCodeRequest(\"app\", redirect);")]
    [InlineData("return new {|PKCE1004:TokenRequestParams|}(\"authorization_code\") { Code = code };")]
    [InlineData("return new TokenRequestParams(\"authorization_code\") { Code = code, CodeVerifier = verifier };")]
    [InlineData("return new TokenRequestParams(\"refresh_token\");")]
    [InlineData("return new TokenRequestParams(code);")]
    [InlineData("return TokenRequestParams.CreateForAuthorizationCodeRequest(response);")]
    public async Task Requests(string code)
    {
        var program = $$"""
            using System;
            using Microsoft.Security.Authentication.OAuth;

            class Login
            {
                object Make(Uri redirect, AuthResponse response, string code, string verifier)
                {
                    {{code}}
                }
            }
            """;
        await PkceTest.VerifyWithAsync(Packages.WindowsAppSdk, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.WindowsAppSDK=1.7.0", "net8.0", program);
    }

    [Fact]
    public Task What_the_factory_made_is_taken_back() => PkceTest.VerifyWithAsync(Packages.WindowsAppSdk, """
        using System;
        using Microsoft.Security.Authentication.OAuth;

        class Login
        {
            object Make(Uri redirect)
            {
                var request = AuthRequestParams.CreateForAuthorizationCodeRequest("app", redirect);
                {|PKCE2001:request.CodeChallengeMethod = CodeChallengeMethodKind.None|};
                return request;
            }
        }
        """);

    [Fact]
    public Task Same_names_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class AuthRequestParams(string responseType, string clientId)
        {
            public string? CodeChallengeMethod { get; set; } = responseType + clientId;

            static AuthRequestParams Make() => new AuthRequestParams("code", "app") { CodeChallengeMethod = "None" };
        }
        """);
}

using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;
using VerifyMethod = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1002MethodFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A provider that is known to refuse the proof key is sent none unasked: the login would fail.</summary>
public sealed class PKCE1001ProviderFixTests
{
    [Theory]
    [InlineData("https://www.linkedin.com/oauth/v2/authorization", "https://www.linkedin.com/oauth/v2/accessToken")]
    [InlineData("https://www.facebook.com/v19.0/dialog/oauth", "https://graph.facebook.com/v19.0/oauth/access_token")]
    [InlineData("https://oauth.vk.com/authorize", "https://oauth.vk.com/access_token")]
    public Task Provider_that_refuses_a_code_verifier(string authorize, string token) =>
        Verify.VerifyNoneCarriedAsync(Login(authorize, token, "{|PKCE1001:", "{|PKCE1004:", "|}", "", "", ""));

    [Fact]
    public Task The_title_of_what_is_offered_says_it() => Verify.VerifyPartAsync(
        Login("https://linear.app/oauth/authorize", "https://api.linear.app/oauth/token", "{|PKCE1001:", "{|PKCE1004:", "|}", "", "", ""),
        Login("https://linear.app/oauth/authorize", "https://api.linear.app/oauth/token", "", "", "", "using Pkce;\n", "var proofKey = ProofKey.Create();\n        ",
            "&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}"),
        "PKCE1001ProofKeyFix.Unwilling");

    [Fact]
    public Task Other_flow_of_the_same_host() => Verify.VerifyAsync(
        Login("https://www.linkedin.com/oauth/native-pkce/authorization", "https://server/token", "{|PKCE1001:", "{|PKCE1004:", "|}", "", "", ""),
        Login("https://www.linkedin.com/oauth/native-pkce/authorization", "https://server/token", "", "", "", "using Pkce;\n", "var proofKey = ProofKey.Create();\n        ",
            "&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}"));

    [Fact]
    public Task Provider_that_takes_plain_only() => VerifyMethod.VerifyNoneAsync("""
        class Login
        {
            string Url(string codeVerifier) =>
                $"https://myanimelist.net/v1/oauth2/authorize?response_type=code&client_id=app&code_challenge={codeVerifier}{|PKCE1002:&code_challenge_method=plain|}";
        }
        """);

    [Fact]
    public Task Provider_that_the_type_of_the_request_names() => VerifyMethod.VerifyNoneAsync("""
        using System.Collections.Generic;
        using System.Text;

        class Login
        {
            const string Server = "https://myanimelist.net/v1/oauth2/";

            string Url(string codeVerifier)
            {
                var parameters = new Dictionary<string, string>
                {
                    ["response_type"] = "code",
                    ["client_id"] = "app",
                    {|PKCE1002:["code_challenge"] = codeVerifier|},
                };
                var query = new StringBuilder();
                foreach (var parameter in parameters)
                    query.Append(parameter.Key + "=" + parameter.Value + "&");
                return Server + "authorize?" + query;
            }
        }
        """);

    static string Login(string authorize, string token, string authorization, string redemption, string end, string use, string create, string challenge) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        {{use}}
        class Login(HttpClient http)
        {
            private readonly HttpClient _http = http;

            public async Task RunAsync(string state)
            {
                {{create}}Console.WriteLine($"{{authorization}}{{authorize}}?response_type=code&client_id=app&state={{end}}{state}{{challenge}}");
                var code = Console.ReadLine();
                await _http.PostAsync("{{token}}", new StringContent($"{{redemption}}grant_type=authorization_code&code={{end}}{code}{{(create.Length > 0 ? "&code_verifier={proofKey.CodeVerifier}" : "")}}"));
            }
        }
        """;
}

using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1002MethodFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE1002MethodFixTests
{
    const string Hash = """

        static class Challenges
        {
            public static string Of(string codeVerifier) => System.Convert.ToBase64String(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """;

    [Fact]
    public Task Missing_name_beside_an_S256_challenge_is_added() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;

        class Login
        {
            string Url(string verifier) =>
                $"{|PKCE1002:https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=|}{Challenges.Of(verifier)}";

            Dictionary<string, string> Parameters(string verifier) => new()
            {
                ["response_type"] = "code",
                ["client_id"] = "app",
                {|PKCE1002:["code_challenge"] = Challenges.Of(verifier)|}, // S256
            };
        }
        """ + Hash,
        """
        using System.Collections.Generic;

        class Login
        {
            string Url(string verifier) =>
                $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={Challenges.Of(verifier)}&code_challenge_method=S256";

            Dictionary<string, string> Parameters(string verifier) => new()
            {
                ["response_type"] = "code",
                ["client_id"] = "app",
                ["code_challenge"] = Challenges.Of(verifier), // S256
                ["code_challenge_method"] = "S256",
            };
        }
        """ + Hash);

    [Fact]
    public Task Verifier_that_is_its_own_challenge_is_hashed_in_the_same_edit() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class Login
        {
            string Url(string codeVerifier) =>
                $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={codeVerifier}{|PKCE1002:&code_challenge_method=plain|}";

            string Left(string codeVerifier) =>
                $"{|PKCE1002:https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=|}{Uri.EscapeDataString(codeVerifier)}&state=s";

            Dictionary<string, string> Parameters(string codeVerifier)
            {
                var parameters = new Dictionary<string, string> { { "response_type", "code" }, { "client_id", "app" } };
                parameters.Add("code_challenge", codeVerifier);
                {|PKCE1002:parameters.Add("code_challenge_method", "plain")|};
                return parameters;
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using Pkce;

        class Login
        {
            string Url(string codeVerifier) =>
                $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={CodeChallenge.Create(codeVerifier)}&code_challenge_method=S256";

            string Left(string codeVerifier) =>
                $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={Uri.EscapeDataString(CodeChallenge.Create(codeVerifier))}&state=s&code_challenge_method=S256";

            Dictionary<string, string> Parameters(string codeVerifier)
            {
                var parameters = new Dictionary<string, string> { { "response_type", "code" }, { "client_id", "app" } };
                parameters.Add("code_challenge", CodeChallenge.Create(codeVerifier));
                parameters.Add("code_challenge_method", "S256");
                return parameters;
            }
        }
        """);

    [Fact]
    public Task Drawn_verifier_is_hashed_by_the_helper_where_the_runtime_is_not_referenced() => Verify.VerifyAsync(
        """
        using System;
        using System.Security.Cryptography;

        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        Console.WriteLine("https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + secret + {|PKCE1002:"&code_challenge_method=plain"|});
        Console.WriteLine($"grant_type=authorization_code&code=c&client_id=app&code_verifier={secret}");
        """,
        """
        using System;
        using System.Security.Cryptography;

        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        Console.WriteLine("https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + ProofKey.CreateCodeChallenge(secret) + "&code_challenge_method=S256");
        Console.WriteLine($"grant_type=authorization_code&code=c&client_id=app&code_verifier={secret}");
        """ + "\n" + HelperTests.Helper("file static", ""), hasRuntime: false);

    [Theory]
    [InlineData("s256")]
    [InlineData("SHA256")]
    [InlineData("S-256")]
    public Task Misspelt_name_is_only_spelt(string name) => Verify.VerifyAsync(
        $$"""
        class Login
        {
            string Url(string challenge) => "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + {|PKCE1002:"&code_challenge_method={{name}}&state=s"|};
        }
        """,
        """
        class Login
        {
            string Url(string challenge) => "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + "&code_challenge_method=S256&state=s";
        }
        """);

    [Theory]
    [InlineData("""$"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={Challenges.Of(verifier)}{|PKCE1002:&code_challenge_method=|}{Method}" """,
        """$"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={Challenges.Of(verifier)}&code_challenge_method=S256" """)]
    [InlineData(""" "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + Challenges.Of(verifier) + {|PKCE1002:"&code_challenge_method="|} + Method""",
        """ "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + Challenges.Of(verifier) + "&code_challenge_method=" + "S256" """)]
    [InlineData("""string.Format({|PKCE1002:"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={0}&code_challenge_method={1}"|}, Challenges.Of(verifier), Method)""",
        """string.Format("https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={0}&code_challenge_method={1}", Challenges.Of(verifier), "S256")""")]
    [InlineData("""new StringBuilder("https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=").Append(Challenges.Of(verifier)).Append({|PKCE1002:"&code_challenge_method="|}).Append(Method).ToString()""",
        """new StringBuilder("https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=").Append(Challenges.Of(verifier)).Append("&code_challenge_method=").Append("S256").ToString()""")]
    [InlineData("""Add(Add("https://login.example.com/authorize?response_type=code&client_id=app", "code_challenge", Challenges.Of(verifier)), {|PKCE1002:"code_challenge_method"|}, Method)""",
        """Add(Add("https://login.example.com/authorize?response_type=code&client_id=app", "code_challenge", Challenges.Of(verifier)), "code_challenge_method", "S256")""")]
    public Task Name_is_replaced_where_the_request_takes_it_from(string before, string after) => Verify.VerifyAsync(
        Program("""

                private const string Method = "plain";

            """, before),
        Program("\n", after));

    static string Program(string constant, string url) => $$"""
        using System.Text;

        class Login
        {{{constant}}    string Url(string verifier) => {{url.Trim()}};

            static string Add(string url, string name, string value) => $"{url}&{name}={value}";

            static string Other() => new StringBuilder().ToString();
        }
        """ + Hash;

    [Fact]
    public Task Either_wrong_name_is_replaced_with_the_local_that_held_it() => Verify.VerifyAsync(
        """
        class Login
        {
            string Url(string codeVerifier)
            {
                var method = "plain";
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + codeVerifier + {|PKCE1002:"&code_challenge_method="|} + method;
            }
        }
        """,
        """
        using Pkce;

        class Login
        {
            string Url(string codeVerifier)
            {
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + CodeChallenge.Create(codeVerifier) + "&code_challenge_method=" + "S256";
            }
        }
        """);

    [Fact]
    public Task What_is_not_known_is_left() => Verify.VerifyNoneAsync(
        """
        class Login
        {
            // The caller alone knows what the challenge is.
            string Given(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}{|PKCE1002:&code_challenge_method=plain|}";

            string Left(string challenge) => $"{|PKCE1002:https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=|}{challenge}";

            string Other(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}{|PKCE1002:&code_challenge_method=RS256|}";

            // There may be no verifier.
            string Nothing(string? codeVerifier) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={codeVerifier}{|PKCE1002:&code_challenge_method=plain|}";
        }
        """);

    [Fact]
    public Task Name_that_a_constant_of_another_member_spells_is_left() => Verify.VerifyNoneAsync(
        """
        class Login
        {
            const string Tail = {|PKCE1002:"&code_challenge_method=plain"|};

            string Url(string codeVerifier) => "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + codeVerifier + Tail;
        }
        """);

    [Fact]
    public Task Old_language_gets_a_nested_helper() => Verify.VerifyAsync(
        """
        class Login
        {
            string Url(string codeVerifier)
            {
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + codeVerifier + {|PKCE1002:"&code_challenge_method=plain"|};
            }
        }
        """,
        """
        class Login
        {
            string Url(string codeVerifier)
            {
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + ProofKey.CreateCodeChallenge(codeVerifier) + "&code_challenge_method=S256";
            }
        """ + "\n" + HelperTests.Helper("private static", "    ") + "\n}", LanguageVersion.CSharp7_3, hasRuntime: false);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE1003ConditionalProofTests
{
    [Fact]
    public async Task Message_names_request_and_parameter()
    {
        var test = new PkceTest
        {
            TestCode = """
                class Login
                {
                    string Url(string? challenge)
                    {
                        var url = {|#0:"https://login.example.com/authorize?response_type=code&client_id=app"|};
                        if (challenge != null)
                            url += "&code_challenge_method=S256&code_challenge=" + challenge;
                        return url;
                    }
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1003", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "The client's authorization request carries code_challenge on some paths only: send it always, so that no login goes without PKCE"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Message_says_that_the_code_is_an_SDKs()
    {
        var test = new PkceTest
        {
            TestCode = """
                using System.Collections.Generic;

                class Login
                {
                    Dictionary<string, string> Google(string code) => new()
                    {
                        {|#0:["grant_type"] = "authorization_code"|},
                        ["code"] = code,
                        ["redirect_uri"] = "postmessage",
                    };

                    Dictionary<string, string> Web(string code, string verifier) => new()
                    {
                        ["grant_type"] = "authorization_code",
                        ["code"] = code,
                        ["redirect_uri"] = "postmessage",
                        ["code_verifier"] = verifier,
                    };
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1003", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "The client's token request has no code_verifier, and its redirect_uri says that an SDK in the user agent obtained the code: let that SDK make the proof key and hand over the code_verifier"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("var sent = challenge ?? throw new ArgumentNullException();")]
    [InlineData("if (challenge == null) throw new ArgumentNullException(); var sent = challenge;")]
    [InlineData("if (null != challenge) { } else throw new ArgumentNullException(); var sent = challenge;")]
    [InlineData("if (challenge is null) return \"\"; var sent = challenge;")]
    [InlineData("if (!(challenge is not null)) return \"\"; var sent = challenge;")]
    [InlineData("if (string.IsNullOrEmpty(challenge)) throw new ArgumentException(); var sent = challenge;")]
    [InlineData("if (string.IsNullOrWhiteSpace(challenge) || challenge.Length < 43) throw new ArgumentException(); var sent = challenge;")]
    public Task Parameter_that_has_to_be_given_is_always_sent(string demand) => PkceTest.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;

        class Login
        {
            object Parameters(string? challenge = null)
            {
                {{demand}}
                return new Dictionary<string, string>
                {
                    ["response_type"] = "code",
                    ["client_id"] = "app",
                    ["code_challenge"] = sent,
                    ["code_challenge_method"] = "S256",
                };
            }
        }
        """);

    [Theory]
    [InlineData("var sent = challenge;")]
    [InlineData("if (challenge != null) challenge.ToString(); var sent = challenge;")]
    [InlineData("if (challenge == null) Console.WriteLine(); var sent = challenge;")]
    public Task Parameter_that_may_be_left_out_is_sent_sometimes(string demand) => PkceTest.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;

        class Login
        {
            object Parameters(string? challenge = null)
            {
                {{demand}}
                return new Dictionary<string, string?>
                {
                    {|PKCE1003:["response_type"] = "code"|},
                    ["client_id"] = "app",
                    ["code_challenge"] = sent,
                    ["code_challenge_method"] = "S256",
                };
            }
        }
        """);

    public static TheoryData<string> Conditional => new()
    {
        """
        // An empty redirect URI: a native SDK obtained the code.
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Parameters(string code) => new()
            {
                {|PKCE1003:["grant_type"] = "authorization_code"|},
                ["code"] = code,
                ["redirect_uri"] = "",
            };
        }
        """,
        """
        // An entry behind an if.
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Parameters(bool usePkce, string challenge)
            {
                var parameters = new Dictionary<string, string>
                {
                    {|PKCE1003:["response_type"] = "code"|},
                    ["client_id"] = "app",
                };
                if (usePkce)
                {
                    parameters["code_challenge"] = challenge;
                    parameters["code_challenge_method"] = "S256";
                }
                return parameters;
            }
        }
        """,
        """
        // A branch of a switch.
        class Login
        {
            string Url(string provider, string challenge)
            {
                var url = {|PKCE1003:"https://login.example.com/authorize?response_type=code&client_id=app"|};
                switch (provider)
                {
                    case "new":
                        return url + "&code_challenge_method=S256&code_challenge=" + challenge;
                    default:
                        return url + "&scope=openid";
                }
            }
        }
        """,
        """
        // A ternary.
        class Login
        {
            string Url(string? challenge) => {|PKCE1003:"https://login.example.com/authorize?response_type=code&client_id=app"|}
                + (challenge is null ? "" : "&code_challenge_method=S256&code_challenge=" + challenge);
        }
        """,
        """
        // A builder.
        using System.Text;

        class Login
        {
            string Url(string challenge)
            {
                var url = new StringBuilder({|PKCE1003:"https://login.example.com/authorize?response_type=code&client_id=app"|});
                if (!string.IsNullOrEmpty(challenge))
                    url.Append("&code_challenge_method=S256&code_challenge=").Append(challenge);
                return url.ToString();
            }
        }
        """,
        """
        // The verifier behind an if.
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            async Task Redeem(HttpClient client, string code, string? verifier)
            {
                var form = new Dictionary<string, string>
                {
                    {|PKCE1003:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                    ["client_id"] = "app",
                };
                if (verifier is not null)
                    form.Add("code_verifier", verifier);
                await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
            }
        }
        """,
        """
        // A caller that leaves the optional challenge out.
        class Login
        {
            string Start() => Url("s");

            string StartWithPkce(string challenge) => Url("s", challenge);

            string Url(string state, string? challenge = null)
            {
                var url = {|PKCE1003:"https://login.example.com/authorize?response_type=code&client_id=app&state="|} + state;
                if (challenge != null)
                    url += "&code_challenge_method=S256&code_challenge=" + challenge;
                return url;
            }
        }
        """,
    };

    [Theory, MemberData(nameof(Conditional))]
    public Task Proof_on_some_paths(string program) => PkceTest.VerifyAsync(program);

    [Fact]
    public Task Proof_on_all_paths() => PkceTest.VerifyAsync("""
        class Login
        {
            string Url(bool admin, string challenge)
            {
                var url = "https://login.example.com/authorize?response_type=code&client_id=app";
                if (admin)
                    url += "&scope=admin&code_challenge=" + challenge;
                else
                    url += "&scope=user&code_challenge=" + challenge;
                return url + "&code_challenge_method=S256";
            }
        }
        """);

    [Fact]
    public Task Verifier_that_is_empty_until_a_login_begins() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Security.Cryptography;

        class Login
        {
            string _codeVerifier = "";

            void Begin() => _codeVerifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

            void End() => _codeVerifier = string.Empty;

            Dictionary<string, string> Redeem(string code) => new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = _codeVerifier };

            // Never made.
            string _verifier = "";

            Dictionary<string, string> RedeemWithout(string code) => new() { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["code_verifier"] = _verifier };
        }
        """);

    [Fact]
    public Task Path_without_proof_asks_for_no_code() => PkceTest.VerifyAsync("""
        class Login
        {
            string Url(bool signInOnly, string challenge) => signInOnly
                ? "https://login.example.com/authorize?response_type=id_token&client_id=app&nonce=n"
                : "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + challenge;
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        class Login
        {
            string Url(string? challenge)
            {
                var url = {|PKCE1003:"https://login.example.com/authorize?response_type=code&client_id=app"|};
                if (challenge != null)
                    url += "&code_challenge_method=S256&code_challenge=" + challenge;
                url.
                return url;
            }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        class Login
        {
            string Url(string challenge, bool pkce) => "https://login.example.com/authorize?response_type=code&client_id=app" + (pkce ? "&code_challenge_method=S256&code_challenge=" + challenge : "");
        }
        """);

    [Fact]
    public Task Path_without_proof_is_another_grant() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            async Task Token(HttpClient client, string? code, string refreshToken, string verifier)
            {
                var form = new Dictionary<string, string> { ["client_id"] = "app" };
                if (code != null)
                {
                    form["grant_type"] = "authorization_code";
                    form["code"] = code;
                    form["code_verifier"] = verifier;
                }
                else
                {
                    form["grant_type"] = "refresh_token";
                    form["refresh_token"] = refreshToken;
                }
                await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
            }
        }
        """);
}

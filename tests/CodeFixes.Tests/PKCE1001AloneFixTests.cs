using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Requests whose other half is not known, and whose method no caller can hand anything to.</summary>
public sealed class PKCE1001AloneFixTests
{
    [Fact]
    public Task Event_handler_creates_a_proof_key() => Verify.VerifyPartAsync(
        """
        using System;
        using System.Diagnostics;

        class Window
        {
            void Login_Click(object sender, EventArgs e)
            {
                // The browser calls back.
                Process.Start({|PKCE1001:"https://server/authorize?response_type=code&client_id=app&state="|} + Guid.NewGuid());
            }
        }
        """,
        """
        using System;
        using System.Diagnostics;
        using Pkce;

        class Window
        {
            void Login_Click(object sender, EventArgs e)
            {
                // The browser calls back.
                var proofKey = ProofKey.Create();
                Process.Start("https://server/authorize?response_type=code&client_id=app&state=" + Guid.NewGuid() + $"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }
        }
        """);

    [Fact]
    public Task Override_takes_the_verifier_from_a_property() => Verify.VerifyPartAsync(
        """
        using System.Collections.Generic;

        abstract class Grant
        {
            public abstract Dictionary<string, string> Form(string code);
        }

        class CodeGrant : Grant
        {
            readonly string _client = "app";

            public string? RedirectUri { get; set; } // As registered.

            public override Dictionary<string, string> Form(string code) => new()
            {
                {|PKCE1004:["grant_type"] = "authorization_code"|},
                ["code"] = code,
                ["client_id"] = _client,
            };
        }
        """,
        """
        using System.Collections.Generic;

        abstract class Grant
        {
            public abstract Dictionary<string, string> Form(string code);
        }

        class CodeGrant : Grant
        {
            readonly string _client = "app";

            public string? RedirectUri { get; set; } // As registered.

            /// <summary>The code verifier whose code challenge went with the authorization request (RFC 7636, section 4.5).</summary>
            public string? CodeVerifier { get; set; }

            public override Dictionary<string, string> Form(string code)
            {
                var codeVerifier = CodeVerifier ?? throw new System.InvalidOperationException("No code verifier has been set.");
                return new()
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["client_id"] = _client,
                    ["code_verifier"] = codeVerifier,
                };
            }
        }
        """);

    [Fact]
    public Task Two_requests_of_one_object_take_the_same_property() => Verify.VerifyPartAsync(
        """
        interface ITokens { string Post(string form); }

        abstract class Grant
        {
            public abstract string Redeem(ITokens server, string code);
            public abstract string RedeemAgain(ITokens server, string code);
        }

        class CodeGrant : Grant
        {
            public override string Redeem(ITokens server, string code) => server.Post($"{|PKCE1004:grant_type=authorization_code&code=|}{code}");

            public override string RedeemAgain(ITokens server, string code) => server.Post($"{|PKCE1004:grant_type=authorization_code&again=1&code=|}{code}");
        }
        """,
        """
        interface ITokens { string Post(string form); }

        abstract class Grant
        {
            public abstract string Redeem(ITokens server, string code);
            public abstract string RedeemAgain(ITokens server, string code);
        }

        class CodeGrant : Grant
        {
            /// <summary>The code verifier whose code challenge went with the authorization request (RFC 7636, section 4.5).</summary>
            public string? CodeVerifier { get; set; }

            public override string Redeem(ITokens server, string code)
            {
                var codeVerifier = CodeVerifier ?? throw new System.InvalidOperationException("No code verifier has been set.");
                return server.Post($"grant_type=authorization_code&code={code}&code_verifier={codeVerifier}");
            }

            public override string RedeemAgain(ITokens server, string code)
            {
                var codeVerifier = CodeVerifier ?? throw new System.InvalidOperationException("No code verifier has been set.");
                return server.Post($"grant_type=authorization_code&again=1&code={code}&code_verifier={codeVerifier}");
            }
        }
        """);

    [Theory]
    [InlineData("static class Tokens", "static string Redeem_Click(object sender, System.EventArgs e)", "")]
    [InlineData("class Tokens", "string Redeem_Click(object sender, System.EventArgs e)", "string CodeVerifier() => \"\";")]
    [InlineData("class Form { public string? CodeVerifier() => null; } class Tokens : Form", "string Redeem_Click(object sender, System.EventArgs e)", "")]
    public Task Without_a_place_for_the_verifier_nothing_is_offered(string type, string method, string other) => Verify.VerifyNoneAsync(
        $$"""
        {{type}}
        {
            {{method}} => {|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + sender;

            {{other}}
        }
        """);
}

using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Token requests of programs that keep the code verifier already: it is sent, and no second one made.</summary>
public sealed class PKCE1001KeptVerifierFixTests
{
    [Fact]
    public Task Field_is_sent() => Verify.VerifyAsync(
        Desktop("string _verifier = \"\";", """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", ""),
        Desktop("string _verifier = \"\";", """["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = "app", ["code_verifier"] = _verifier,""", ""));

    [Fact]
    public Task Field_that_may_be_empty_is_asked_for() => Verify.VerifyAsync(
        Desktop("string? _verifier;", """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", ""),
        Desktop(
            "string? _verifier;",
            """["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = "app", ["code_verifier"] = codeVerifier,""",
            "var codeVerifier = _verifier ?? throw new InvalidOperationException(\"No authorization request has been made.\");\n        "));

    static string Desktop(string field, string form, string before) =>
        $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            {{field}}

            public string Begin()
            {
                _verifier = Text(RandomNumberGenerator.GetBytes(32));
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Text(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)))}";
            }

            public FormUrlEncodedContent Redeem(string code)
            {
                {{before}}return new FormUrlEncodedContent(new Dictionary<string, string> { {{form}} });
            }

            static string Text(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """;

    [Fact]
    public Task Session_entry_is_read_back() => Verify.VerifyAsync(
        Controller("""{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", ""),
        Controller(
            """["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = "app", ["code_verifier"] = codeVerifier,""",
            "var codeVerifier = HttpContext.Session.GetString(Key) ?? throw new InvalidOperationException(\"No authorization request has been made.\");\n        "));

    static string Controller(string form, string before) =>
        $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController : Controller
        {
            const string Key = "proof";

            public IActionResult Begin()
            {
                var verifier = Text(RandomNumberGenerator.GetBytes(32));
                HttpContext.Session.SetString(Key, verifier);
                return Redirect($"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Text(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}");
            }

            public object Callback(string code)
            {
                {{before}}return new FormUrlEncodedContent(new Dictionary<string, string> { {{form}} });
            }

            static string Text(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """;

    [Fact]
    public Task Session_entry_that_the_callback_removes_is_left() => Verify.VerifyNoneWholeAsync(
        Controller("""{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", "HttpContext.Session.Remove(Key);\n        "));

    [Fact]
    public Task Entry_of_what_ends_with_the_request_is_left() => Verify.VerifyNoneWholeAsync(
        Controller("""{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", "")
            .Replace("HttpContext.Session.SetString(Key, verifier)", "HttpContext.Items[Key] = verifier"));

    [Fact]
    public Task Challenge_that_is_made_out_of_sight_is_no_verifier() => Verify.VerifyNoneWholeAsync("""
        using System.Collections.Generic;
        using System.Net.Http;

        interface IHasher
        {
            string Hash(string text);
        }

        class Login
        {
            string _challenge = "";

            public string Begin(string verifier, IHasher hasher)
            {
                _challenge = hasher.Hash(verifier);
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={_challenge}";
            }

            public FormUrlEncodedContent Redeem(string code) =>
                new(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app" });
        }
        """);
}

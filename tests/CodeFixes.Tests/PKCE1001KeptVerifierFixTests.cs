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

    [Theory]
    [InlineData("")]
    [InlineData("try { return Url(); } finally { _verifier = \"\"; }")]
    [InlineData("var url = Url(); _verifier = \"\"; return url;")]
    [InlineData("var url = Url(); Forget(); return url;")]
    [InlineData("var url = Url(); if (url.Length > 9) { _verifier = \"\"; return url; } return url;")]
    public Task Field_that_is_cleared_before_the_callback_is_left(string begin) => Verify.VerifyNoneWholeAsync(Clearing(
        begin.Length == 0 ? "return Url();" : begin,
        begin.Length == 0 ? "_verifier = \"\"; " : "",
        """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""",
        ""));

    [Theory]
    [InlineData("Forget(); return Url();", "if (code.Length == 0) { _verifier = \"\"; throw new ArgumentException(nameof(code)); } ", "")]
    [InlineData("return Url();", "", "finally { Forget(); }")]
    [InlineData("try { return Url(); } catch (Exception) { _verifier = \"\"; throw; }", "", "finally { _verifier = \"\"; }")]
    public Task Field_that_is_cleared_when_the_login_has_ended_is_sent(string begin, string before, string after) => Verify.VerifyAsync(
        Clearing(begin, before, """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", after),
        Clearing(begin, before, """["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = "app", ["code_verifier"] = _verifier,""", after));

    static string Clearing(string begin, string before, string form, string after) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            string _verifier = "";

            public string Begin()
            {
                {{begin}}
            }

            string Url()
            {
                _verifier = Text(RandomNumberGenerator.GetBytes(32));
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Text(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)))}";
            }

            public FormUrlEncodedContent Redeem(string code)
            {
                {{before}}try
                {
                    return new FormUrlEncodedContent(new Dictionary<string, string> { {{form}} });
                }
                {{(after.Length > 0 ? after : "catch (OperationCanceledException) { throw; }")}}
            }

            void Forget() => _verifier = "";

            static string Text(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """;

    [Fact]
    public Task Member_of_the_base_class_is_sent() => Verify.VerifyAsync(
        Derived("protected", """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", "LoginBase"),
        Derived("protected", """["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = "app", ["code_verifier"] = Verifier,""", "LoginBase"));

    [Theory]
    [InlineData("private", "LoginBase")]
    [InlineData("protected", "Other")]
    public Task Member_that_the_token_request_cannot_see_is_left(string access, string ancestor) => Verify.VerifyNoneWholeAsync(
        Derived(access, """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", ancestor));

    static string Derived(string access, string form, string ancestor) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;

        abstract class Other
        {
        }

        abstract class LoginBase : Other
        {
            {{access}} string Verifier { get; set; } = "";

            public string Begin()
            {
                Verifier = Text(RandomNumberGenerator.GetBytes(32));
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Text(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))}";
            }

            static string Text(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        sealed class Login : {{ancestor}}
        {
            public FormUrlEncodedContent Redeem(string code) =>
                new(new Dictionary<string, string> { {{form}} });
        }
        """;

    [Fact]
    public Task Session_entry_of_another_controller_is_read_back() => Verify.VerifyAsync(
        Controllers("""{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app",""", ""),
        Controllers(
            """["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = "app", ["code_verifier"] = codeVerifier,""",
            "var codeVerifier = HttpContext.Session.GetString(\"proof\") ?? throw new InvalidOperationException(\"No authorization request has been made.\");\n        "));

    static string Controllers(string form, string before) =>
        Controller(form, before).Replace("    public object Callback", "}\n\npublic class CallbackController : Controller\n{\n    public object Callback")
            .Replace("Text(RandomNumberGenerator", "CallbackController.Text(RandomNumberGenerator").Replace("{Text(", "{CallbackController.Text(")
            .Replace("    static string Text", "    internal static string Text");

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

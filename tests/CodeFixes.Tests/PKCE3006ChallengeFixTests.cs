using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE3006ChallengeFixTests
{
    [Fact]
    public Task Expression_and_helper_that_the_analyzer_finds() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        """
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            string codeChallenge = "";

            void Begin(string codeVerifier)
            {
                codeChallenge = {|PKCE3006:Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))|}; // sent
            }

            static string {|PKCE3006:CreateCodeChallenge|}(string verifier)
            {
                using var sha = SHA512.Create();
                return Convert.ToHexString(sha.ComputeHash(Encoding.UTF8.GetBytes(verifier)));
            }
        }
        """,
        """
        using System;
        using System.Security.Cryptography;
        using System.Text;
        using Pkce;

        class Login
        {
            string codeChallenge = "";

            void Begin(string codeVerifier)
            {
                codeChallenge = CodeChallenge.Create(codeVerifier); // sent
            }

            static string CreateCodeChallenge(string verifier)
            {
                return CodeChallenge.Create(verifier);
            }
        }
        """);

    [Fact]
    public Task Helper_on_one_line_keeps_its_spaces() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        OneLine("{|PKCE3006:CreateCodeChallenge|}", "using var sha = SHA512.Create(); return Convert.ToHexString(sha.ComputeHash(Encoding.UTF8.GetBytes(verifier)));", ""),
        OneLine("CreateCodeChallenge", "return CodeChallenge.Create(verifier);", "\nusing Pkce;"));

    static string OneLine(string name, string body, string import) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;{{import}}

        class Login
        {
            static string {{name}}(string verifier) { {{body}} }
        }
        """;

    [Fact]
    public Task Helper_behind_an_interface() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        BehindInterface("{|PKCE3006:pkce.Challenge(verifier)|}", "using var sha = SHA256.Create();\n        return Convert.ToBase64String(sha.ComputeHash(Encoding.ASCII.GetBytes(verifier)));", "", ""),
        BehindInterface("pkce.Challenge(verifier)", "return CodeChallenge.Create(verifier);", "\nusing Pkce;", ""));

    [Fact]
    public Task Helper_behind_an_interface_that_is_implemented_twice_is_left() => Fixed<PKCE3006ChallengeFix>.VerifyNoneAsync(
        BehindInterface("pkce.Challenge(verifier)", "using var sha = SHA256.Create();\n        return Convert.ToBase64String(sha.ComputeHash(Encoding.ASCII.GetBytes(verifier)));", "", "class Other : IHelper { public string Challenge(string verifier) => verifier; }"));

    static string BehindInterface(string sent, string body, string import, string more) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;{{import}}

        interface IHelper
        {
            string Challenge(string verifier);
        }

        class Helper : IHelper
        {
            public string Challenge(string verifier)
            {
                {{body}}
            }
        }

        class Login
        {
            public string Begin(IHelper pkce, string verifier) =>
                "https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + {{sent}};
        }
        {{more}}
        """;

    [Theory]
    // In a chain of locals, whose steps go with it.
    [InlineData("var digest = SHA256.HashData(Encoding.UTF8.GetBytes(verifier));\n        var text = Convert.ToBase64String(digest);", "text")]
    [InlineData("var hash = SHA512.Create().ComputeHash(Encoding.ASCII.GetBytes(verifier));\n        var text = Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');", "text")]
    [InlineData("var hex = BitConverter.ToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).Replace(\"-\", \"\");\n        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(hex));", "text")]
    [InlineData("var text = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));", "Uri.EscapeDataString(text)")]
    [InlineData("var encoding = Encoding.Unicode;\n        var octets = encoding.GetBytes(verifier);\n        var hash = SHA256.HashData(octets);\n        var text = Convert.ToHexString(hash);", "text")]
    [InlineData("byte[] hash;\n        using (var sha = SHA256.Create())\n        {\n            hash = sha.ComputeHash(Encoding.ASCII.GetBytes(verifier));\n        }\n        var text = Convert.ToBase64String(hash);", "text")]
    public Task Repaired_where_it_is_made(string made, string sent) => 
        Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        Login($"{made}", $"{{|PKCE3006:{sent}|}}"), Login("var text = CodeChallenge.Create(verifier);", sent, usesPkce: true));

    static string Login(string made, string sent, bool usesPkce = false) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;{{(usesPkce ? "\nusing Pkce;" : "")}}

        class Login
        {
            public string Begin(string verifier)
            {
                {{made}}
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={{{sent}}}";
            }
        }
        """;

    [Fact]
    public Task Repaired_in_the_helper_that_is_handed_the_verifier() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        """
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            public string Begin(string verifier) =>
                $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={{|PKCE3006:Hash(verifier)|}}";

            static string Hash(string text) => Text(SHA384.HashData(Encoding.ASCII.GetBytes(text)));

            static string Text(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """,
        """
        using System;
        using System.Security.Cryptography;
        using System.Text;
        using Pkce;

        class Login
        {
            public string Begin(string verifier) =>
                $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Hash(verifier)}";

            static string Hash(string text) => CodeChallenge.Create(text);
        }
        """);

    [Fact]
    public Task Octets_behind_the_verifier_give_way_to_its_text() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        """
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;

        class Login
        {
            string _verifier = "";

            public string Begin()
            {
                var secret = RandomNumberGenerator.GetBytes(32);
                _verifier = Base64Url.EncodeToString(secret);
                var challenge = Base64Url.EncodeToString(SHA256.HashData(secret));
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={{|PKCE3006:challenge|}}";
            }
        }
        """,
        """
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;
        using Pkce;

        class Login
        {
            string _verifier = "";

            public string Begin()
            {
                var secret = RandomNumberGenerator.GetBytes(32);
                _verifier = Base64Url.EncodeToString(secret);
                var challenge = CodeChallenge.Create(_verifier);
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={challenge}";
            }
        }
        """);

    [Fact]
    public Task Helper_that_hashes_for_others_too_is_kept() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        Shared("""{|PKCE3006:Hash(verifier)|}"""),
        Shared("CodeChallenge.Create(verifier)").Replace("using System.Text;", "using System.Text;\nusing Pkce;"));

    static string Shared(string sent) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            public string Begin(string verifier) =>
                $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={{{sent}}}";

            public string Tag(string content) => Hash(content);

            static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        }
        """;

    [Theory]
    // The verifier is another text by the time that the challenge is made.
    [InlineData("var digest = SHA256.HashData(Encoding.UTF8.GetBytes(verifier));\n        verifier = \"\";\n        var text = Convert.ToBase64String(digest);")]
    // What is hashed may be what is sent.
    [InlineData("var text = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier.ToLowerInvariant())));")]
    // A caller chooses.
    [InlineData("string Made(bool isPlain) => isPlain ? verifier : Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));\n        var text = Made(false);")]
    // The digest is written elsewhere.
    [InlineData("Span<byte> digest = stackalloc byte[32];\n        SHA256.HashData(Encoding.ASCII.GetBytes(verifier), digest);\n        var text = Convert.ToBase64String(digest);")]
    public Task Left_where_what_is_hashed_is_not_sure(string made) =>
        Fixed<PKCE3006ChallengeFix>.VerifyNoneAsync(Login($"var verifier = given;\n        {made}", "{|PKCE3006:text|}").Replace("string verifier)", "string given)"));

    [Fact]
    public Task Octets_of_which_two_texts_are_made_are_left() => Fixed<PKCE3006ChallengeFix>.VerifyNoneAsync("""
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;

        class Login
        {
            string _verifier = "";
            string _log = "";

            public string Begin()
            {
                var secret = RandomNumberGenerator.GetBytes(32);
                _log = "made " + Base64Url.EncodeToString(secret);
                var challenge = Base64Url.EncodeToString(SHA256.HashData(secret));
                _verifier = Base64Url.EncodeToString(secret);
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={{|PKCE3006:challenge|}}";
            }
        }
        """);

    [Fact]
    public Task Verifier_stays_known_to_be_there() => Fixed<PKCE3006ChallengeFix>.VerifyAsync(
        Nullable("Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier!)))", "{|PKCE3006:text|}"),
        Nullable("CodeChallenge.Create(_verifier!)", "text").Replace("using System.Text;", "using System.Text;\nusing Pkce;"));

    static string Nullable(string made, string sent) =>
        $$"""
        #nullable enable
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            string? _verifier;

            public void Set(string verifier) => _verifier = verifier;

            public string Begin()
            {
                var text = {{made}};
                return $"https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={{{sent}}}";
            }
        }
        """;
}

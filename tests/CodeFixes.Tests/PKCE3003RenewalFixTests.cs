using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE3003RenewalFixTests
{
    const string Helpers = """

            static string Create() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

            static string Challenge(string verifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """;

    const string Usings = """
        using System;
        using System.Security.Cryptography;
        using System.Text;

        """;

    [Fact]
    public Task Initializers() => Fixed<PKCE3003RenewalFix>.VerifyAsync(
        Usings + """
        class LoginClient
        {
            // Proves that the code is ours.
            readonly string _codeVerifier = Create();

            public string Url()
            {
                var codeChallenge = Challenge({|PKCE3003:_codeVerifier|});
                return "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + codeChallenge;
            }

            public string Token(string code) => $"grant_type=authorization_code&code={code}&client_id=app&code_verifier={_codeVerifier}";

        """ + Helpers + """

        class OtherService
        {
            string CodeVerifier { get; } = Guid.NewGuid().ToString("N") + Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

            public string CodeChallenge() => Hash({|PKCE3003:CodeVerifier|});

            static string Hash(string text) => text;
        }
        """,
        Usings + """
        class LoginClient
        {
            // Proves that the code is ours.
            string _codeVerifier = null!;

            public string Url()
            {
                _codeVerifier = Create();
                var codeChallenge = Challenge(_codeVerifier);
                return "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + codeChallenge;
            }

            public string Token(string code) => $"grant_type=authorization_code&code={code}&client_id=app&code_verifier={_codeVerifier}";

        """ + Helpers + """

        class OtherService
        {
            string CodeVerifier { get; set; } = null!;

            public string CodeChallenge()
            {
                CodeVerifier = Guid.NewGuid().ToString("N") + Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
                return Hash(CodeVerifier);
            }

            static string Hash(string text) => text;
        }
        """);

    [Fact]
    public Task Constructor_and_a_use_on_one_path() => Fixed<PKCE3003RenewalFix>.VerifyAsync(
        Usings + """
        class LoginClient
        {
            private readonly string _codeVerifier;
            readonly string _id;

            public LoginClient(string id)
            {
                _id = id;
                _codeVerifier = Create();
            }

            public string Url(bool isPlain)
            {
                if (!isPlain)
                {
                    var codeChallenge = Challenge({|PKCE3003:_codeVerifier|});
                    return "https://a.example/authorize?response_type=code&code_challenge_method=S256&client_id=" + _id + "&code_challenge=" + codeChallenge;
                }
                return "";
            }

        """ + Helpers,
        Usings + """
        class LoginClient
        {
            private string _codeVerifier = null!;
            readonly string _id;

            public LoginClient(string id)
            {
                _id = id;
            }

            public string Url(bool isPlain)
            {
                _codeVerifier = Create();
                if (!isPlain)
                {
                    var codeChallenge = Challenge(_codeVerifier);
                    return "https://a.example/authorize?response_type=code&code_challenge_method=S256&client_id=" + _id + "&code_challenge=" + codeChallenge;
                }
                return "";
            }

        """ + Helpers);

    /// <summary>What is shared by the process, read while the object is made, made of what only the constructor knows, open to others,
    /// or used by two methods that begin logins.</summary>
    [Theory]
    [InlineData("static readonly string CodeVerifier = {|PKCE3003:Create()|};")]
    [InlineData("readonly string codeVerifier = Create(); readonly string _hint; public LoginClient() { _hint = codeVerifier[..4]; } string Url() => \"?code_challenge=\" + Challenge({|PKCE3003:codeVerifier|});")]
    [InlineData("readonly string codeVerifier; public LoginClient(int seed) { codeVerifier = Made(seed); } static string Made(int seed) => Create(); string Url() => \"?code_challenge=\" + Challenge({|PKCE3003:codeVerifier|});")]
    [InlineData("public readonly string codeVerifier = Create(); string Url() => \"?code_challenge=\" + Challenge({|PKCE3003:codeVerifier|});")]
    [InlineData("readonly string codeVerifier = Create(); string Url() => \"?code_challenge=\" + Challenge({|PKCE3003:codeVerifier|}); string Other() => \"?prompt=login&code_challenge=\" + Challenge(codeVerifier);")]
    public Task Nothing_where_it_would_not_be_sound(string members)
    {
        var program = Usings + "class LoginClient\n{\n" + members + "\n" + Helpers;
        return Fixed<PKCE3003RenewalFix>.VerifyNoneAsync(program);
    }
}

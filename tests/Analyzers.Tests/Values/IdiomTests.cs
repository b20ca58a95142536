using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Idioms in which programs draw, hash and encode, each beside its sound twin.</summary>
public sealed class IdiomTests
{
    [Theory]
    [InlineData("{|PKCE3005:Base64Url.EncodeToString(SHA256.HashData(BitConverter.GetBytes(RandomNumberGenerator.GetInt32(int.MaxValue))))|}", "RandomNumberGenerator.GetInt32(int.MaxValue)")]
    [InlineData("""new string("abcdefgh"[RandomNumberGenerator.GetInt32(8)], 64)""", "RandomNumberGenerator.GetInt32(8)")]
    public Task Too_little_entropy(string value, string drawn) =>
        PkceTest.VerifyAsync(Program($"string CreateCodeVerifier() => {value.Replace("{|PKCE3005:", "").Replace("|}", "").Replace(drawn, $"{{|PKCE3005:{drawn}|}}")};"));

    [Theory]
    [InlineData("using var random = RandomNumberGenerator.Create(); {|PKCE3005:random.GetBytes(octets, 0, 8)|};")]
    [InlineData("using var random = RandomNumberGenerator.Create(); random.GetBytes(octets, 0, 32);")]
    [InlineData("RandomNumberGenerator.Fill(octets);")]
    [InlineData("RandomNumberGenerator.Fill(octets.AsSpan());")]
    public Task Part_of_an_array(string fill) =>
        PkceTest.VerifyAsync(Program($"string CreateCodeVerifier() {{ var octets = new byte[32]; {fill} return Base64Url.EncodeToString(octets); }}"));

    [Theory]
    [InlineData("""SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier)).Aggregate("", (text, octet) => text + octet.ToString("x2"))""")]
    [InlineData("""Base64Url.EncodeToString(SHA256.HashData(Convert.FromBase64String(codeVerifier.Replace('-', '+').Replace('_', '/') + "=")))""")]
    [InlineData("""Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes("salt" + codeVerifier)))""")]
    [InlineData("""Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier.ToUpperInvariant())))""")]
    [InlineData("""codeVerifier.Sha256()""")]
    public Task Wrong_challenge(string value) => PkceTest.VerifyBrokenAsync(Program($"string {{|PKCE3006:CreateCodeChallenge|}}(string codeVerifier) => {value};"));

    [Theory]
    [InlineData("""Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))""")]
    [InlineData("""Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier.Trim())))""")]
    [InlineData("""codeVerifier.Sha256().TrimEnd('=').Replace('+', '-').Replace('/', '_')""")]
    public Task Right_challenge(string value) => PkceTest.VerifyBrokenAsync(Program($"string CreateCodeChallenge(string codeVerifier) => {value};"));

    [Fact]
    public Task Keyed_digest_that_is_sent() => PkceTest.VerifyAsync(Program("""
        string Url(string codeVerifier, byte[] key) =>
            "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge="
            + {|PKCE3006:Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(codeVerifier)))|};
        """));

    [Fact]
    public Task Characters_taken_out_before_the_text_is_cut() => PkceTest.VerifyAsync(Program("""
        string CreateCodeVerifier() =>
            Convert.ToBase64String({|PKCE3004:RandomNumberGenerator.GetBytes(96)|}).Replace("+", "").Replace("/", "").Substring(0, 40);
        """));

    [Fact]
    public Task Random_of_an_engine_that_is_not_at_hand() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        using System.Text;
        using UnityEngine;

        class Login : MonoBehaviour
        {
            string codeVerifier;

            void Begin()
            {
                var text = new StringBuilder();
                for (var i = 0; i < 64; i++)
                    text.Append("ABCDEFabcdef0123456789"[{|PKCE3001:Random.Range(0, 22)|}]);
                codeVerifier = text.ToString();
            }
        }
        """);

    [Theory]
    [InlineData("""app.MapGet("/login", () => Url(codeVerifier));""", true)]
    [InlineData("""app.AddLogin(options => options.OnRedirect = () => Url(codeVerifier));""", true)]
    [InlineData("""app.MapGet("/login", () => { codeVerifier = Create(); return Url(codeVerifier); });""", false)]
    [InlineData("""app.Run(Url(codeVerifier));""", false)]
    public Task Local_of_the_set_up_that_endpoints_use(string use, bool isShared) => PkceTest.VerifyBrokenAsync(Program($$"""
        void SetUp(App app)
        {
            var codeVerifier = {{(isShared ? "{|PKCE3003:Create()|}" : "Create()")}};
            {{use.Replace("Url(codeVerifier)", """("?code_challenge=" + Challenge(codeVerifier))""")}}
        }
        """));

    [Fact]
    public Task Local_of_an_endpoint() => PkceTest.VerifyBrokenAsync(Program("""
        void SetUp(App app) => app.MapGet("/login", () =>
        {
            var codeVerifier = Create();
            app.AddLogin(options => options.OnRedirect = () => "?code_challenge=" + Challenge(codeVerifier));
            return codeVerifier;
        });
        """));

    [Fact]
    public Task Singleton_whose_challenge_others_send() => PkceTest.VerifyBrokenAsync("""
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;
        using System.Text;

        class ProofState
        {
            public string CodeVerifier { get; } = {|PKCE3003:Create()|};

            public string CodeChallenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(CodeVerifier)));

            static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        }

        static class SetUp
        {
            static void Add(Services services) => services.AddSingleton(new ProofState());
        }
        """);

    static string Program(string members) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            {{members}}

            static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

            static string Challenge(string codeVerifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));
        }
        """;
}

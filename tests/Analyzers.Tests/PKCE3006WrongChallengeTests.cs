using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Right and wrong transformations are told apart in <see cref="Values.TransformationTests"/>; here, where they are reported.</summary>
public sealed class PKCE3006WrongChallengeTests
{
    [Theory]
    [InlineData("""string Authorize(string codeVerifier) => "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + {|PKCE3006:Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))|};""")]
    [InlineData("""Dictionary<string, string> Authorize(string secret) => new() { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge_method"] = "S256", ["code_challenge"] = {|PKCE3006:Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(secret)))|} };""")]
    [InlineData("""string {|PKCE3006:CreateCodeChallenge|}(string codeVerifier) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier)));""")]
    [InlineData("""string {|PKCE3006:CreateCodeChallenge|}(string verifier) { using var sha = SHA512.Create(); return Base64Url.EncodeToString(sha.ComputeHash(Encoding.UTF8.GetBytes(verifier))); }""")]
    [InlineData("""string codeChallenge; void Begin(string verifier) { codeChallenge = {|PKCE3006:Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)))|}; }""")]
    [InlineData("""Dictionary<string, string> Authorize() => new() { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge_method"] = "S256", ["code_challenge"] = {|PKCE3006:Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))|} };""")]
    [InlineData("""string Authorize() { var octets = RandomNumberGenerator.GetBytes(32); var codeVerifier = Base64Url.EncodeToString(octets); var codeChallenge = {|PKCE3006:Base64Url.EncodeToString(SHA256.HashData(octets))|}; return codeVerifier + codeChallenge; }""")]
    [InlineData("""string Step(string codeVerifier) { var codeChallenge = {|PKCE3006:Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier)))|}; if (codeChallenge.Contains('=')) Console.WriteLine("padded"); return codeChallenge; }""")]
    public Task Wrong(string member) => PkceTest.VerifyAsync(Program(member));

    [Theory]
    [InlineData("""string CreateCodeChallenge(string codeVerifier) { var codeChallenge = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier))); codeChallenge = codeChallenge.TrimEnd('=').Replace('+', '-').Replace('/', '_'); return codeChallenge; }""")]
    [InlineData("""string Authorize() { var octets = RandomNumberGenerator.GetBytes(32); var codeVerifier = Base64Url.EncodeToString(octets); var codeChallenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))); return codeVerifier + codeChallenge; }""")]
    [InlineData("""string HashNonce(string nonce) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(nonce)));""")]
    [InlineData("""string KeepCodeChallenge(string codeChallenge) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(codeChallenge)));""")]
    [InlineData("""string CreateCodeChallenge(byte[] hash) => Convert.ToHexString(hash);""")]
    [InlineData("""string CreateCodeChallenge(string codeVerifier, bool plain) => plain ? codeVerifier : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier)));""")]
    [InlineData("""string DecodeChallengeValidation(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));""")]
    [InlineData("""string CreateCodeChallenge(string codeVerifier, byte[] key) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(codeVerifier)));""")]
    // A step on the way is not what is sent.
    [InlineData("""string Transform(string codeVerifier) { var codeChallenge = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier))); return codeChallenge.TrimEnd('=').Replace('+', '-').Replace('/', '_'); }""")]
    [InlineData("""string Authorize(string codeVerifier) { string codeChallenge = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier))); return "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + codeChallenge.Split('=')[0].Replace('+', '-').Replace('/', '_'); }""")]
    // The command shell of Windows has its & escaped.
    [InlineData("""void Open(string codeVerifier) { var url = "https://a.example/authorize?response_type=code&client_id=app&code_challenge=" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))) + "&code_challenge_method=S256&state=1"; System.Diagnostics.Process.Start("cmd", "/c start " + url.Replace("&", "^&")); }""")]
    public Task Right_or_about_something_else(string member) => PkceTest.VerifyAsync(Program(member));

    [Fact]
    public Task Half_typed() => PkceTest.VerifyBrokenAsync(Program("""
        string CreateCodeChallenge(string codeVerifier) => Convert.ToBase64String(SHA256.HashData(
        """));

    static string Program(string member) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            {{member}}
        }
        """;

    /// <summary>Letters for parts of a digest encode it: the right way or not, nobody can tell from one of them.</summary>
    [Theory]
    [InlineData("var text = new StringBuilder(); foreach (var octet in octets) text.Append(Letters[octet & 63]); return text.ToString();")]
    [InlineData("var text = new char[43]; for (int i = 0, j = 0; i < octets.Length; i += 3) { text[j++] = Letters[octets[i] >> 2]; text[j++] = Letters[(octets[i] & 3) << 4]; } return new string(text, 0, 43);")]
    public Task Encoder_of_the_program(string body) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

            static string Encode(byte[] octets)
            {
                {{body}}
            }

            string Url(string codeVerifier) =>
                "https://as.example/authorize?response_type=code&client_id=app&redirect_uri=x&code_challenge_method=S256&code_challenge="
                + Encode(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));
        }
        """);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>What is computed of a verifier is tested in <see cref="Values.GeneratorTests"/>; here, where and how it is reported.</summary>
public sealed class PKCE3004MalformedVerifierTests
{
    [Fact]
    public async Task Message_says_what_was_computed()
    {
        var test = new PkceTest
        {
            TestCode = """
                using System;
                using System.Security.Cryptography;

                class Login
                {
                    string CodeChallenge;
                    string codeVerifier = Convert.ToBase64String({|#0:RandomNumberGenerator.GetBytes(32)|});
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE3004", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "The client's code verifier has 44 characters, 256 bits, among them '+' '/' '='; 43 to 128 of A-Z a-z 0-9 - . _ ~ are allowed: make it with ProofKey.Create(), or from 32 octets of RandomNumberGenerator in base64url without padding"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("string CreateCodeVerifier() => Base64Url.EncodeToString({|PKCE3004:RandomNumberGenerator.GetBytes(20)|});")]
    [InlineData("string CreateCodeVerifier() => {|PKCE3004:RandomNumberGenerator.GetHexString(32)|};")]
    [InlineData("string CreateCodeVerifier() => {|PKCE3004:RandomNumberGenerator.GetHexString(256)|};")]
    [InlineData("""string CreateCodeVerifier() => {|PKCE3004:RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz!$", 64)|};""")]
    [InlineData("""Dictionary<string, string> Redeem(string code) => new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = Convert.ToBase64String({|PKCE3004:RandomNumberGenerator.GetBytes(32)|}) };""")]
    [InlineData("string codeVerifier = {|PKCE3004:Randoms.Text(20)|};")]
    public Task Reported_once_where_it_is_drawn(string member) => PkceTest.VerifyAsync(Program(member));

    [Theory]
    [InlineData("string CreateCodeVerifier() { var codeVerifier = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)); codeVerifier = codeVerifier.TrimEnd('='); codeVerifier = codeVerifier.Replace('+', '-').Replace('/', '_'); return codeVerifier; }")]
    [InlineData("string CreateCodeVerifier(int octets) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(octets));")]
    [InlineData("string state = Convert.ToBase64String(RandomNumberGenerator.GetBytes(8)); string codeVerifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));")]
    [InlineData("string codeVerifier = Randoms.Text(43);")]
    [InlineData("string Random() { var codeVerifier = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)); return codeVerifier.TrimEnd('=').Replace('+', '-').Replace('/', '_'); }")]
    public Task Well_formed_or_unknown(string member) => PkceTest.VerifyAsync(Program(member));

    [Fact]
    public Task Names_that_do_not_resolve() => PkceTest.VerifyBrokenAsync("""
        using Missing.Package;

        class Login
        {
            string codeVerifier = Missing.Encode(Missing.Octets(16));
            string otherCodeVerifier = CryptoRandom.CreateUniqueId(
        }
        """);

    static string Program(string member) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Security.Cryptography;

        class Login
        {
            string CodeChallenge;
            {{member}}
        }

        static class Randoms
        {
            public static string Text(int octets) => octets > 40 ? RandomNumberGenerator.GetHexString(64) : RandomNumberGenerator.GetHexString(octets);
        }
        """;

    [Fact]
    public Task Password_generator_of_ASPNET() => PkceTest.VerifyBrokenAsync("""
        using System.Web.Security;

        class Login
        {
            string CreateCodeVerifier() => {|PKCE3004:Membership.GeneratePassword(64, 0)|};

            string CreatePassword() => Membership.GeneratePassword(12, 1);
        }
        """);
}

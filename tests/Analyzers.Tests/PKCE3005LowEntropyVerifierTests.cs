using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>What is computed of a verifier is tested in <see cref="Values.GeneratorTests"/>; here, how grave it is.</summary>
public sealed class PKCE3005LowEntropyVerifierTests
{
    [Theory]
    [InlineData("RandomNumberGenerator.GetHexString(48)", "", DiagnosticSeverity.Info, "48 characters, 192 bits")]
    [InlineData("RandomNumberGenerator.GetString(\"0123456789\", 43)", "", DiagnosticSeverity.Info, "43 characters, 143 bits")]
    [InlineData("RandomNumberGenerator.GetBytes(8)", ".PadRight(43, 'x')", DiagnosticSeverity.Warning, "43 characters, 64 bits")]
    [InlineData("RandomNumberGenerator.GetString(\"01\", 100)", "", DiagnosticSeverity.Warning, "100 characters, 100 bits")]
    public async Task Severity_and_message(string draw, string rest, DiagnosticSeverity severity, string measure)
    {
        var expression = draw.Contains("GetBytes", StringComparison.Ordinal) ? $"Base64Url.EncodeToString({{|#0:{draw}|}})" : $"{{|#0:{draw}|}}";
        var test = new PkceTest
        {
            TestCode = $$"""
                using System;
                using System.Buffers.Text;
                using System.Security.Cryptography;

                class Login
                {
                    string CodeChallenge;
                    string CreateCodeVerifier() => {{expression}}{{rest}};
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE3005", severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            $"The client's code verifier has {measure}; 256 bits are recommended: make it with ProofKey.Create(), or from 32 octets of RandomNumberGenerator in base64url without padding"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Bias_of_a_modulus_is_named()
    {
        var test = new PkceTest
        {
            TestCode = """
                using System.Linq;
                using System.Security.Cryptography;

                class Login
                {
                    string CodeChallenge;
                    string CreateCodeVerifier() => new string({|#0:RandomNumberGenerator.GetBytes(43)|}.Select(octet => "0123456789"[octet % 10]).ToArray());
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE3005", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "The client's code verifier has 43 characters, 143 bits, octets modulo 10 prefer some characters; 256 bits are recommended: make it with ProofKey.Create(), or from 32 octets of RandomNumberGenerator in base64url without padding"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("RandomNumberGenerator.GetHexString(64)")]
    [InlineData("RandomNumberGenerator.GetString(\"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\", 43)")]
    public Task Enough(string draw) => PkceTest.VerifyAsync($$"""
        using System.Security.Cryptography;

        class Login
        {
            string CodeChallenge;
            string CreateCodeVerifier() => {{draw}};
            string CreateState() => RandomNumberGenerator.GetHexString(16);
        }
        """);
}

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
}

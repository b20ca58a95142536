namespace PkceAnalyzers.Tests;

/// <summary>The rest of an authorization server around the few lines that a test is about.</summary>
static class ServerProgram
{
    /// <summary>A class with the given members, and what a token endpoint has at hand.</summary>
    public static string With(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;

        class Client
        {
            public bool RequirePkce { get; set; }
            public bool IsPublic { get; set; }
        }

        class Grant
        {
            public string? CodeChallenge { get; set; }
            public string? CodeChallengeMethod { get; set; }
        }

        class TokenRequest
        {
            public string? CodeVerifier { get; set; }
        }

        class Endpoint
        {
            static string Hash(string codeVerifier) =>
                Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

            static bool VerifyPkce(string? codeVerifier, string? codeChallenge) => codeVerifier is not null && codeChallenge is not null
                && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(codeVerifier)), Encoding.ASCII.GetBytes(codeChallenge));

        {{members}}
        }
        """;
}

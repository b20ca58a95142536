using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE4003ComparisonFixTests
{
    [Fact]
    public Task Operators_and_Equals_that_the_analyzer_finds() => Fixed<PKCE4003ComparisonFix>.VerifyAsync(
        """
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Endpoint
        {
            static string Hash(string codeVerifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));

            bool One(string codeChallenge, string codeVerifier) => {|PKCE4003:Hash(codeVerifier) == codeChallenge|};

            bool Two(string? codeChallenge, string codeVerifier)
            {
                if ({|PKCE4003:codeChallenge != Hash(codeVerifier)|}) // mismatch
                    return false;
                return true;
            }

            bool Three(string codeChallenge, string codeVerifier)
            {
                return {|PKCE4003:string.Equals(codeChallenge, Hash(codeVerifier), StringComparison.OrdinalIgnoreCase)|};
            }

            bool Four(string codeChallenge, string codeVerifier) => {|PKCE4003:codeChallenge.ToLowerInvariant() == Hash(codeVerifier).ToLowerInvariant()|};
        }
        """,
        """
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Endpoint
        {
            static string Hash(string codeVerifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));

            bool One(string codeChallenge, string codeVerifier) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(codeVerifier)), Encoding.ASCII.GetBytes(codeChallenge));

            bool Two(string? codeChallenge, string codeVerifier)
            {
                if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(codeChallenge ?? ""), Encoding.ASCII.GetBytes(Hash(codeVerifier)))) // mismatch
                    return false;
                return true;
            }

            bool Three(string codeChallenge, string codeVerifier)
            {
                return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(codeChallenge), Encoding.ASCII.GetBytes(Hash(codeVerifier)));
            }

            bool Four(string codeChallenge, string codeVerifier) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(codeChallenge), Encoding.ASCII.GetBytes(Hash(codeVerifier)));
        }
        """);
}

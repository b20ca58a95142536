using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE4004RefusalFixTests
{
    [Fact]
    public Task Arm_and_section_for_any_other_method() => Fixed<PKCE4004RefusalFix>.VerifyAsync(
        Program("{|PKCE4004:_ => true|}", "{|PKCE4004:default:|} return true;"), Program("_ => false", "default: return false;"));

    [Fact]
    public Task Nothing_where_the_answer_is_the_servers() => Fixed<PKCE4004RefusalFix>.VerifyNoneAsync("""
        using System.Buffers.Text;
        using System.Security.Cryptography;
        using System.Text;

        class Endpoint
        {
            static bool Verify(string codeChallenge, string? codeVerifier) => {|PKCE4004:codeVerifier == null|} || Matches(codeChallenge, codeVerifier);

            static bool Matches(string codeChallenge, string codeVerifier) => CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))), Encoding.ASCII.GetBytes(codeChallenge));
        }
        """);

    static string Program(string arm, string section) => $$"""
        using System.Buffers.Text;
        using System.Security.Cryptography;
        using System.Text;

        class Endpoint
        {
            static bool One(string codeChallenge, string codeChallengeMethod, string codeVerifier) => codeChallengeMethod switch
            {
                "S256" => Matches(codeChallenge, codeVerifier),
                {{arm}},
            };

            static bool Two(string codeChallenge, string codeChallengeMethod, string codeVerifier)
            {
                switch (codeChallengeMethod)
                {
                    case "S256": return Matches(codeChallenge, codeVerifier);
                    {{section}}
                }
            }

            static bool Matches(string codeChallenge, string codeVerifier) => CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))), Encoding.ASCII.GetBytes(codeChallenge));
        }
        """;
}

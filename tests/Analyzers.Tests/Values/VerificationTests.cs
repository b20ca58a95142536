using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Ways to verify a token request: a finding has to be there exactly where a request gets through that has to be refused.</summary>
public sealed class VerificationTests
{
    const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    const string Other = "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    const string Matches = "FixedTime(S256(request.CodeVerifier), grant.CodeChallenge)";

    /// <summary>Bodies of <c>static bool Verify(TokenRequest request, Grant grant, Client client)</c>.</summary>
    static readonly string[] Variants =
    [
        // Without a verifier.
        $"if (string.IsNullOrEmpty(request.CodeVerifier)) return true; return grant.CodeChallenge != null && {Matches};",
        $"if (grant.CodeChallenge == null) return false; if (request.CodeVerifier != null) {{ if (!{Matches}) return false; }} return true;",
        $"if (grant.CodeChallenge == null) return false; return request.CodeVerifier == null || {Matches};",
        $"if (grant.CodeChallenge is null) return false; if (request.CodeVerifier is not null && !{Matches}) return false; return true;",
        // Without a challenge.
        $"if (string.IsNullOrEmpty(grant.CodeChallenge)) return true; return request.CodeVerifier != null && {Matches};",
        $"if (grant.CodeChallenge != null) {{ if (request.CodeVerifier == null) return false; if (!{Matches}) return false; }} return true;",
        $"return grant.CodeChallenge == null || request.CodeVerifier != null && {Matches};",
        $"if (!string.IsNullOrWhiteSpace(grant.CodeChallenge) && (request.CodeVerifier == null || !{Matches})) return false; return true;",
        // Methods that it does not know.
        $"if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; switch (grant.CodeChallengeMethod) {{ case \"S256\": return {Matches}; default: return true; }}",
        $"if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; if (grant.CodeChallengeMethod == \"S256\") {{ if (!{Matches}) return false; }} return true;",
        $"if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; return grant.CodeChallengeMethod switch {{ \"S256\" => {Matches}, _ => true }};",
        // Where a setting says so.
        $"if (!client.RequirePkce) return true; if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; return {Matches};",
        $"if (client.RequirePkce) {{ if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; if (!{Matches}) return false; }} return true;",
        // Nothing gets through.
        $"if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; return {Matches};",
        $"if (grant.CodeChallenge == null) return request.CodeVerifier == null; if (request.CodeVerifier == null) return false; return {Matches};",
        $"if (string.IsNullOrEmpty(grant.CodeChallenge)) {{ if (!string.IsNullOrEmpty(request.CodeVerifier)) return false; return true; }} if (string.IsNullOrEmpty(request.CodeVerifier)) return false; return {Matches};",
        $"if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; switch (grant.CodeChallengeMethod) {{ case \"S256\": return {Matches}; default: return false; }}",
        $"if (request.CodeVerifier == null || grant.CodeChallenge == null) return false; return grant.CodeChallengeMethod switch {{ \"S256\" => {Matches}, _ => false }};",
        $"if (grant.CodeChallenge == null || grant.CodeChallengeMethod != \"S256\") return false; return request.CodeVerifier != null && {Matches};",
        $"if (request.CodeVerifier == null) return false; if (grant.CodeChallenge == null) return false; if (!{Matches}) return false; return true;",
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Variants.Length)];

    [Theory, MemberData(nameof(Rows))]
    public async Task What_lets_a_request_through_is_found(int row)
    {
        var program = new RunnableProgram($$"""
            class TokenRequest { public string CodeVerifier { get; set; } }

            class Grant { public string CodeChallenge { get; set; } public string CodeChallengeMethod { get; set; } }

            class Client { public bool RequirePkce { get; set; } }

            static class TokenEndpoint
            {
                static bool Verify(TokenRequest request, Grant grant, Client client) { {{Variants[row]}} }

                static string S256(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

                static bool FixedTime(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

                public static bool Accepts(string verifier, string challenge, string method) =>
                    Verify(new TokenRequest { CodeVerifier = verifier }, new Grant { CodeChallenge = challenge, CodeChallengeMethod = method }, new Client());
            }
            """);
        bool Accepts(string? verifier, string? challenge, string? method) => (bool)program.Run("TokenEndpoint", "Accepts", verifier, challenge, method)!;

        Assert.True(Accepts(Verifier, Challenge, "S256"));
        var gap = Accepts(null, Challenge, "S256") || Accepts(Verifier, null, null) || Accepts(Other, Challenge, "unknown") || Accepts(Other, Challenge, "S256");
        Assert.Equal(gap, !(await program.FindAsync("PKCE4004")).IsEmpty);
    }
}

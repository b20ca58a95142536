using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE4004SkippedVerificationTests
{
    [Theory]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if ({|PKCE4004:!string.IsNullOrEmpty(grant.CodeChallenge)|}) { if (!VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) return false; } return true; }")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if ({|PKCE4004:grant.CodeChallenge != null|} && !VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) return false; return true; }")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) => {|PKCE4004:string.IsNullOrEmpty(grant.CodeChallenge)|} || VerifyPkce(request.CodeVerifier, grant.CodeChallenge);")]
    [InlineData("void Redeem(Grant grant, TokenRequest request) { if ({|PKCE4004:grant.CodeChallenge is not null|}) { if (!VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) throw new InvalidOperationException(); } Console.WriteLine(); }")]
    public Task No_challenge_was_stored(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if ({|PKCE4004:request.CodeVerifier == null|}) return true; return VerifyPkce(request.CodeVerifier, grant.CodeChallenge); }")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if ({|PKCE4004:!string.IsNullOrEmpty(request.CodeVerifier)|}) { if (!VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) return false; } return true; }")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) => {|PKCE4004:request.CodeVerifier is null|} || VerifyPkce(request.CodeVerifier, grant.CodeChallenge);")]
    [InlineData("void Redeem(Grant grant, string? codeVerifier) { if ({|PKCE4004:string.IsNullOrEmpty(codeVerifier)|}) return; if (!VerifyPkce(codeVerifier, grant.CodeChallenge)) throw new InvalidOperationException(); }")]
    public Task No_verifier_was_sent(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) { switch ({|PKCE4004:grant.CodeChallengeMethod|}) { case "S256": if (!VerifyPkce(codeVerifier, grant.CodeChallenge)) return false; break; } return true; }""")]
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) { switch (grant.CodeChallengeMethod) { case "S256": return VerifyPkce(codeVerifier, grant.CodeChallenge); {|PKCE4004:default:|} return true; } }""")]
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) => grant.CodeChallengeMethod switch { "S256" => VerifyPkce(codeVerifier, grant.CodeChallenge), {|PKCE4004:_ => true|} };""")]
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) { if ({|PKCE4004:grant.CodeChallengeMethod == "S256"|}) { if (!VerifyPkce(codeVerifier, grant.CodeChallenge)) return false; } return true; }""")]
    public Task Method_is_unknown(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("bool Redeem(Client client, Grant grant, string codeVerifier) { if ({|PKCE4004:!client.RequirePkce|}) return true; return VerifyPkce(codeVerifier, grant.CodeChallenge); }")]
    [InlineData("bool Redeem(Client client, Grant grant, string codeVerifier) { if ({|PKCE4004:client.RequirePkce|}) { if (!VerifyPkce(codeVerifier, grant.CodeChallenge)) return false; } return true; }")]
    [InlineData("bool Redeem(Client client, Grant grant, string codeVerifier) { if ({|PKCE4004:client.RequirePkce|} && !VerifyPkce(codeVerifier, grant.CodeChallenge)) return false; return true; }")]
    [InlineData("bool Redeem(Client client, Grant grant, string codeVerifier) { if ({|PKCE4004:client.IsPublic|}) { if (!VerifyPkce(codeVerifier, grant.CodeChallenge)) return false; } return true; }")]
    public Task Not_required_of_this_client(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    /// <summary>What makes the challenge and what compares it lie in an assembly that is not at hand.</summary>
    [Fact]
    public Task Check_by_code_that_is_not_at_hand() => PkceTest.VerifyBrokenAsync(ServerProgram.With("""
        IProofKeys keys;

        bool Redeem(Grant grant, string codeVerifier)
        {
            if ({|PKCE4004:!string.IsNullOrEmpty(grant.CodeChallenge)|})
            {
                string challenge;
                if (grant.CodeChallengeMethod.EqualsTo("plain"))
                    challenge = {|PKCE4002:codeVerifier|};
                else if (grant.CodeChallengeMethod.EqualsTo("S256"))
                    challenge = keys.GetCodeChallenge(codeVerifier, grant.CodeChallengeMethod);
                else
                    return false;
                if (!{|PKCE4003:grant.CodeChallenge.EqualsTo(challenge)|})
                    return false;
            }
            return true;
        }
        """));

    [Fact]
    public Task Check_within_a_lock() => PkceTest.VerifyAsync(ServerProgram.With("""
        readonly object gate = new();

        bool Redeem(Grant grant, TokenRequest request)
        {
            lock (gate)
            {
                if ({|PKCE4004:request.CodeVerifier == null|})
                    return true;
                return VerifyPkce(request.CodeVerifier, grant.CodeChallenge);
            }
        }
        """));

    [Theory]
    // The other way round: what is missing is refused.
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if (string.IsNullOrEmpty(grant.CodeChallenge) || string.IsNullOrEmpty(request.CodeVerifier)) return false; return VerifyPkce(request.CodeVerifier, grant.CodeChallenge); }")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) => request.CodeVerifier is not null && VerifyPkce(request.CodeVerifier, grant.CodeChallenge);")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if (request.CodeVerifier == null || !VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) return false; return true; }")]
    // A verifier that was not announced is refused.
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if (!string.IsNullOrEmpty(grant.CodeChallenge)) { if (!VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) return false; } else if (!string.IsNullOrEmpty(request.CodeVerifier)) return false; return true; }")]
    [InlineData("bool Redeem(Grant grant, TokenRequest request) { if (grant.CodeChallenge == null && request.CodeVerifier == null) return true; return VerifyPkce(request.CodeVerifier, grant.CodeChallenge); }")]
    // The authorization endpoint demands a challenge.
    [InlineData("bool Authorize(string? code_challenge, Grant grant, string? codeChallenge) { if (string.IsNullOrEmpty(codeChallenge)) return false; grant.CodeChallenge = codeChallenge; return true; } bool Redeem(Grant grant, TokenRequest request) { if (grant.CodeChallenge != null && !VerifyPkce(request.CodeVerifier, grant.CodeChallenge)) return false; return true; }")]
    // The verdict begins as a refusal.
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) { var valid = false; if (grant.CodeChallengeMethod == "S256") valid = VerifyPkce(codeVerifier, grant.CodeChallenge); return valid; }""")]
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) { switch (grant.CodeChallengeMethod) { case "S256": return VerifyPkce(codeVerifier, grant.CodeChallenge); default: return false; } }""")]
    [InlineData("""bool Redeem(Grant grant, string codeVerifier) { if (grant.CodeChallengeMethod == "S256") return VerifyPkce(codeVerifier, grant.CodeChallenge); throw new InvalidOperationException(); }""")]
    // Another kind of verifier.
    [InlineData("bool Redeem(string? otp, string stored) { if (otp != null) { if (!VerifyOtp(otp, stored)) return false; } return true; } static bool VerifyOtp(string otp, string stored) => otp == stored;")]
    public Task Near_misses(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    /// <summary>A token endpoint that takes the verifier for nothing.</summary>
    [Theory]
    [InlineData("[HttpPost(\"token\")] public object Token([FromForm] string grant_type, [FromForm] string code, {|PKCE4004:[FromForm] string code_verifier|}) => new { access_token = code + grant_type };")]
    [InlineData("[HttpPost] public object Token([FromForm(Name = \"code\")] string a, [FromForm(Name = \"redirect_uri\")] string b, {|PKCE4004:[FromForm(Name = \"code_verifier\")] string c|}) => new { access_token = a + b };")]
    [InlineData("[HttpPost] public object Token([FromForm] string grant_type, [FromForm] string code, {|PKCE4004:[FromForm] string code_verifier|}) => code_verifier == null ? null : new { access_token = code };")]
    [InlineData("[HttpPost] public object Token([FromForm] string grant_type, [FromForm] string code, [FromForm] string code_verifier) => Redeem(Request, \"access_token\"); object Redeem(object request, string code) => code;")]
    [InlineData("[HttpPost] public object Show([FromForm] string grant_type, [FromForm] string code, [FromForm] string code_verifier) => new { shown = code };")]
    [InlineData("public object Token(string grant_type, string code, string code_verifier) => new { access_token = code };")]
    public Task Verifier_that_nobody_reads(string member) => PkceTest.VerifyAsync($$"""
        using Microsoft.AspNetCore.Mvc;

        [ApiController, Route("oauth")]
        public class OAuthController : ControllerBase
        {
            {{member}}
        }
        """);
}

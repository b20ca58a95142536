using Pkce;
using Xunit;
using static Pkce.ProofKeyOutcome;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class ProofKeyPolicyTests
{
    const string Verifier = Rfc7636.Verifier;
    const string Challenge = Rfc7636.Challenge;

    [Theory]
    [InlineData(Challenge, "S256", Valid)]
    [InlineData(null, null, ChallengeMissing)]
    [InlineData("", "", ChallengeMissing)]
    [InlineData(null, "S256", ChallengeMissing)]
    [InlineData(Challenge, null, MethodNotAllowed)]
    [InlineData(Challenge, "", MethodNotAllowed)]
    [InlineData(Challenge, "plain", MethodNotAllowed)]
    [InlineData(Challenge, "s256", MethodNotAllowed)]
    [InlineData(Challenge, "SHA256", MethodNotAllowed)]
    [InlineData(Challenge, "S256 ", MethodNotAllowed)]
    [InlineData(Challenge, "PLAIN", MethodNotAllowed)]
    [InlineData(Challenge + "=", "S256", ChallengeMalformed)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c", "S256", ChallengeMalformed)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", "S256", ChallengeMalformed)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw.cM", "S256", ChallengeMalformed)]
    public void An_authorization_request(string? challenge, string? method, ProofKeyOutcome expected)
    {
        var result = ProofKeyPolicy.S256Only.CheckAuthorizationRequest(challenge, method);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(expected == Valid ? null : "invalid_request", result.Error);
    }

    [Theory]
    [InlineData(Verifier, "plain", Valid)]
    [InlineData(Verifier, null, Valid)]
    [InlineData(Verifier, "", Valid)]
    [InlineData(Challenge, "S256", Valid)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789.~.~.~.", "plain", Valid)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789.~.~.~.", "S256", ChallengeMalformed)]
    [InlineData("short", "plain", ChallengeMalformed)]
    [InlineData("short", null, ChallengeMalformed)]
    [InlineData(Verifier, "Plain", MethodNotAllowed)]
    [InlineData(Verifier, "s256", MethodNotAllowed)]
    [InlineData(null, "plain", ChallengeMissing)]
    public void An_authorization_request_where_plain_is_let_in(string? challenge, string? method, ProofKeyOutcome expected) =>
        Assert.Equal(expected, ProofKeyPolicy.S256AndDangerouslyPlain.CheckAuthorizationRequest(challenge, method).Outcome);

    [Theory]
    [InlineData(Challenge, "S256", Verifier, Valid, null)]
    [InlineData(Challenge, "S256", null, VerifierMissing, "invalid_request")]
    [InlineData(Challenge, "S256", "", VerifierMissing, "invalid_request")]
    [InlineData(null, null, Verifier, VerifierUnexpected, "invalid_request")]
    [InlineData("", "S256", Verifier, VerifierUnexpected, "invalid_request")]
    [InlineData(null, null, "short", VerifierUnexpected, "invalid_request")]
    [InlineData(null, null, null, ChallengeMissing, "invalid_grant")]
    [InlineData(null, "S256", "", ChallengeMissing, "invalid_grant")]
    [InlineData(Challenge, "S256", "short", VerifierMalformed, "invalid_request")]
    [InlineData(Challenge, "S256", Verifier + "=", VerifierMalformed, "invalid_request")]
    [InlineData(Challenge, "S256", Challenge, Mismatch, "invalid_grant")]
    [InlineData(Challenge, "S256", "eBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Mismatch, "invalid_grant")]
    [InlineData(Challenge, "S256", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK", Mismatch, "invalid_grant")]
    [InlineData("e9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "S256", Verifier, Mismatch, "invalid_grant")]
    [InlineData(Challenge, "s256", Verifier, MethodNotAllowed, "invalid_grant")]
    [InlineData(Challenge, null, Verifier, MethodNotAllowed, "invalid_grant")]
    [InlineData(Verifier, "plain", Verifier, MethodNotAllowed, "invalid_grant")]
    [InlineData(Verifier, null, Verifier, MethodNotAllowed, "invalid_grant")]
    [InlineData("short", "S256", Verifier, ChallengeMalformed, "invalid_grant")]
    [InlineData("short", "S256", null, ChallengeMalformed, "invalid_grant")]
    public void A_token_request(string? challenge, string? method, string? verifier, ProofKeyOutcome expected, string? error)
    {
        var result = ProofKeyPolicy.S256Only.CheckTokenRequest(challenge, method, verifier);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(error, result.Error);
    }

    [Theory]
    [InlineData(Verifier, "plain", Verifier, Valid)]
    [InlineData(Verifier, null, Verifier, Valid)]
    [InlineData(Verifier, "plain", Challenge, Mismatch)]
    [InlineData(Verifier, "plain", Verifier + "a", Mismatch)]
    [InlineData(Challenge, "plain", Verifier, Mismatch)]
    [InlineData(Challenge, "S256", Verifier, Valid)]
    [InlineData(Verifier, "S256", Verifier, Mismatch)]
    [InlineData(Verifier, "plain", null, VerifierMissing)]
    [InlineData(null, null, Verifier, VerifierUnexpected)]
    [InlineData(null, null, null, ChallengeMissing)]
    public void A_token_request_where_plain_is_let_in(string? challenge, string? method, string? verifier, ProofKeyOutcome expected) =>
        Assert.Equal(expected, ProofKeyPolicy.S256AndDangerouslyPlain.CheckTokenRequest(challenge, method, verifier).Outcome);

    [Fact]
    public void Every_length_of_a_verifier_from_0_to_200_is_judged()
    {
        for (var length = 0; length <= 200; length++)
        {
            var expected = length == 0 ? VerifierMissing : length is < 43 or > 128 ? VerifierMalformed : Mismatch;
            Assert.Equal(expected, ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "S256", new string('a', length)).Outcome);
        }
    }

    [Fact]
    public void One_changed_character_anywhere_is_a_mismatch()
    {
        for (var i = 0; i < 43; i++)
        {
            var other = Rfc7636.VerifierWith(Verifier[i] == '.' ? '~' : '.', i);
            Assert.Equal(Mismatch, ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "S256", other).Outcome);
            Assert.Equal(Mismatch, ProofKeyPolicy.S256AndDangerouslyPlain.CheckTokenRequest(Verifier, "plain", other).Outcome);
        }
    }

    [Theory]
    [InlineData(null, null, null, Valid)]
    [InlineData("", "", "", Valid)]
    [InlineData(null, "S256", null, ChallengeMissing)]
    [InlineData("", "plain", "", ChallengeMissing)]
    [InlineData(null, null, Verifier, VerifierUnexpected)]
    [InlineData(null, null, "short", VerifierUnexpected)]
    [InlineData(null, "S256", Verifier, VerifierUnexpected)]
    [InlineData(Challenge, "S256", Verifier, Valid)]
    [InlineData(Challenge, "S256", null, VerifierMissing)]
    [InlineData(Challenge, "S256", Challenge, Mismatch)]
    [InlineData(Challenge, null, Verifier, MethodNotAllowed)]
    [InlineData(Verifier, "plain", Verifier, MethodNotAllowed)]
    [InlineData("short", "S256", Verifier, ChallengeMalformed)]
    public void A_client_that_may_omit_PKCE(string? challenge, string? method, string? verifier, ProofKeyOutcome expected)
    {
        Assert.Equal(expected, ProofKeyPolicy.S256UnlessOmitted.CheckTokenRequest(challenge, method, verifier).Outcome);

        var isOfVerifier = expected is VerifierUnexpected or VerifierMissing or Mismatch;
        var expectedBefore = !isOfVerifier ? expected : challenge is null && method is not null ? ChallengeMissing : Valid;
        Assert.Equal(expectedBefore, ProofKeyPolicy.S256UnlessOmitted.CheckAuthorizationRequest(challenge, method).Outcome);
    }

    [Fact]
    public void The_methods_of_the_metadata_are_those_that_are_let_in()
    {
        Assert.Equal(["S256"], ProofKeyPolicy.S256Only.CodeChallengeMethodsSupported);
        Assert.Equal(["S256"], ProofKeyPolicy.S256UnlessOmitted.CodeChallengeMethodsSupported);
        Assert.Equal(["S256", "plain"], ProofKeyPolicy.S256AndDangerouslyPlain.CodeChallengeMethodsSupported);
        Assert.True(((ICollection<string>)ProofKeyPolicy.S256Only.CodeChallengeMethodsSupported).IsReadOnly);
    }

    [Fact]
    public void A_result_that_no_check_made_is_a_refusal_of_its_own()
    {
        var result = default(ProofKeyResult);

        Assert.Equal(NotChecked, result.Outcome);
        Assert.False(result.IsValid);
        Assert.Equal("server_error", result.Error);
        Assert.Equal("The proof key was not checked.", result.ErrorDescription);
        Assert.Equal("NotChecked", result.ToString());
        Assert.NotEqual(result, ProofKeyPolicy.S256Only.CheckAuthorizationRequest(null, null));
    }

    [Fact]
    public void Every_refusal_has_an_error_and_a_description_of_its_own()
    {
        ProofKeyResult[] refusals =
        [
            default,
            ProofKeyPolicy.S256Only.CheckTokenRequest(null, null, null),
            ProofKeyPolicy.S256Only.CheckTokenRequest("short", "S256", null),
            ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "plain", null),
            ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "S256", null),
            ProofKeyPolicy.S256Only.CheckTokenRequest(null, null, Verifier),
            ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "S256", "short"),
            ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "S256", Challenge),
        ];

        Assert.Equal(Enum.GetValues<ProofKeyOutcome>().Except([Valid]).Order(), refusals.Select(result => result.Outcome).Order());
        Assert.All(refusals, result => Assert.False(result.IsValid));
        Assert.All(refusals, result => Assert.NotNull(result.Error));
        Assert.Equal(refusals.Length, refusals.Select(result => result.ErrorDescription).OfType<string>().Distinct().Count());

        var valid = ProofKeyPolicy.S256Only.CheckTokenRequest(Challenge, "S256", Verifier);
        Assert.True(valid.IsValid);
        Assert.Null(valid.Error);
        Assert.Null(valid.ErrorDescription);
    }

    [Fact]
    public void Results_are_equal_if_outcome_and_error_are()
    {
        var missing = ProofKeyPolicy.S256Only.CheckTokenRequest(null, null, null);

        Assert.True(missing == ProofKeyPolicy.S256AndDangerouslyPlain.CheckTokenRequest("", "", ""));
        Assert.True(missing != ProofKeyPolicy.S256Only.CheckAuthorizationRequest(null, null));
        Assert.True(missing != ProofKeyPolicy.S256Only.CheckTokenRequest(null, null, Verifier));
        Assert.Equal("ChallengeMissing", missing.ToString());
    }

#if !NETSTANDARD_RUNTIME
    [Fact]
    public void Checks_allocate_nothing()
    {
        var policy = ProofKeyPolicy.S256AndDangerouslyPlain;
        var refused = 0;
        void Check()
        {
            refused += policy.CheckAuthorizationRequest(Challenge, "S256").IsValid ? 0 : 1;
            refused += policy.CheckTokenRequest(Challenge, "S256", Verifier).IsValid ? 0 : 1;
            refused += policy.CheckTokenRequest(Verifier, "plain", Verifier).IsValid ? 0 : 1;
            refused += policy.CheckTokenRequest(Challenge, "S256", Challenge).Error is null ? 1 : 0;
        }

        Check();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Check();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(0, refused);
    }
#endif
}

namespace Pkce;

/// <summary>
/// What an authorization server demands of proof keys, and the checks of both requests of an exchange
/// (RFC 7636, sections 4.4 and 4.6; RFC 9700, section 2.1.1).
/// </summary>
/// <remarks>
/// <para>
/// Check the authorization request, store its <c>code_challenge</c> and <c>code_challenge_method</c> with the code, and
/// check the token request against what is stored. A parameter that is empty counts as left out (RFC 6749,
/// sections 3.1 and 3.2). Refuse whatever is not <see cref="ProofKeyResult.IsValid"/>.
/// </para>
/// <para>
/// PKCE does not stand in for the other checks of a token request: the code is used once, and belongs to this client
/// and this <c>redirect_uri</c> (RFC 6749, section 4.1.3).
/// </para>
/// </remarks>
public sealed class ProofKeyPolicy
{
    const string S256 = "S256";
    const string Plain = "plain";

    readonly bool plainAllowed;

    ProofKeyPolicy(bool plainAllowed) => this.plainAllowed = plainAllowed;

    /// <summary>Every code is bound to a proof key by the method <c>S256</c>: the policy to choose.</summary>
    public static ProofKeyPolicy S256Only { get; } = new(plainAllowed: false);

    /// <summary>
    /// As <see cref="S256Only"/>, but <c>plain</c> is let in too, by name or by a method that is left out (RFC 7636,
    /// section 4.3). Dangerous: the challenge then <em>is</em> the verifier, so whoever reads the authorization request
    /// can redeem the code (RFC 7636, section 7.2; RFC 9700, section 2.1.1). Only for clients that cannot be changed.
    /// </summary>
    public static ProofKeyPolicy S256AndDangerouslyPlain { get; } = new(plainAllowed: true);

    /// <summary>
    /// Checks what an authorization request carries (RFC 7636, section 4.4.1): there is a challenge, its method is
    /// allowed, and it is well-formed.
    /// </summary>
    /// <param name="codeChallenge">Its <c>code_challenge</c>, or <see langword="null"/>.</param>
    /// <param name="codeChallengeMethod">Its <c>code_challenge_method</c>, or <see langword="null"/>, which means
    /// <c>plain</c> (RFC 7636, section 4.3).</param>
    /// <returns><see cref="ProofKeyOutcome.Valid"/>, <see cref="ProofKeyOutcome.ChallengeMissing"/>,
    /// <see cref="ProofKeyOutcome.MethodNotAllowed"/> or <see cref="ProofKeyOutcome.ChallengeMalformed"/>.</returns>
    public ProofKeyResult CheckAuthorizationRequest(string? codeChallenge, string? codeChallengeMethod) =>
        new(OutcomeOf(codeChallenge, codeChallengeMethod), ofTokenRequest: false);

    /// <summary>
    /// Checks what a token request with <c>grant_type=authorization_code</c> carries against what the authorization
    /// request carried (RFC 7636, section 4.6). The comparison takes constant time.
    /// </summary>
    /// <param name="codeChallenge">The <c>code_challenge</c> stored with the code, or <see langword="null"/>.</param>
    /// <param name="codeChallengeMethod">The <c>code_challenge_method</c> stored with the code, or
    /// <see langword="null"/>, which means <c>plain</c>.</param>
    /// <param name="codeVerifier">The <c>code_verifier</c> of the token request, or <see langword="null"/>.</param>
    /// <returns>Any <see cref="ProofKeyOutcome"/>; the first fault found, of the stored challenge before the
    /// verifier.</returns>
    public ProofKeyResult CheckTokenRequest(string? codeChallenge, string? codeChallengeMethod, string? codeVerifier) =>
        new(OutcomeOf(codeChallenge, codeChallengeMethod, codeVerifier), ofTokenRequest: true);

    ProofKeyOutcome OutcomeOf(string? codeChallenge, string? codeChallengeMethod, string? codeVerifier)
    {
        var outcome = OutcomeOf(codeChallenge, codeChallengeMethod);
        if (outcome == ProofKeyOutcome.ChallengeMissing && !string.IsNullOrEmpty(codeVerifier))
            return ProofKeyOutcome.VerifierUnexpected;
        if (outcome != ProofKeyOutcome.Valid)
            return outcome;
        if (string.IsNullOrEmpty(codeVerifier))
            return ProofKeyOutcome.VerifierMissing;
        if (!CodeVerifier.IsWellFormed(codeVerifier))
            return ProofKeyOutcome.VerifierMalformed;

        var matches = codeChallengeMethod == S256
            ? CodeChallenge.Matches(codeChallenge!, codeVerifier!)
            : FixedTime.Equals(codeChallenge!, codeVerifier!);
        return matches ? ProofKeyOutcome.Valid : ProofKeyOutcome.Mismatch;
    }

    ProofKeyOutcome OutcomeOf(string? codeChallenge, string? codeChallengeMethod)
    {
        if (string.IsNullOrEmpty(codeChallenge))
            return ProofKeyOutcome.ChallengeMissing;

        var method = string.IsNullOrEmpty(codeChallengeMethod) ? Plain : codeChallengeMethod;
        if (method != S256 && !(method == Plain && plainAllowed))
            return ProofKeyOutcome.MethodNotAllowed;

        var wellFormed = method == S256 ? CodeChallenge.IsWellFormed(codeChallenge) : CodeVerifier.IsWellFormed(codeChallenge);
        return wellFormed ? ProofKeyOutcome.Valid : ProofKeyOutcome.ChallengeMalformed;
    }
}

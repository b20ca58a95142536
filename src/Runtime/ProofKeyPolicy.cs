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

    readonly bool mayBeOmitted;

    ProofKeyPolicy(bool mayBeOmitted, params string[] methods)
    {
        this.mayBeOmitted = mayBeOmitted;
        CodeChallengeMethodsSupported = Array.AsReadOnly(methods);
    }

    /// <summary>Every code is bound to a proof key by the method <c>S256</c>: the policy to choose.</summary>
    public static ProofKeyPolicy S256Only { get; } = new(mayBeOmitted: false, S256);

    /// <summary>
    /// As <see cref="S256Only"/>, but a client may go without PKCE: an exchange in which neither request has a parameter
    /// of it is valid. A code that was asked for with a challenge still needs its verifier, and a verifier its challenge
    /// (RFC 9700, section 2.1.1). Choose it for single clients by name, never for public ones: for a confidential client
    /// that binds its codes in another way, such as an OpenID Connect <c>nonce</c> that it checks.
    /// </summary>
    public static ProofKeyPolicy S256UnlessOmitted { get; } = new(mayBeOmitted: true, S256);

    /// <summary>
    /// As <see cref="S256Only"/>, but <c>plain</c> is let in too, by name or by a method that is left out (RFC 7636,
    /// section 4.3). Dangerous: the challenge then <em>is</em> the verifier, so whoever reads the authorization request
    /// can redeem the code (RFC 7636, section 7.2; RFC 9700, section 2.1.1). Only for clients that cannot be changed.
    /// </summary>
    public static ProofKeyPolicy S256AndDangerouslyPlain { get; } = new(mayBeOmitted: false, S256, Plain);

    /// <summary>
    /// The methods that are let in, such as <c>S256</c>: the server metadata's
    /// <c>code_challenge_methods_supported</c> (RFC 8414, section 2).
    /// </summary>
    public IReadOnlyList<string> CodeChallengeMethodsSupported { get; }

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
        var hasChallenge = !string.IsNullOrEmpty(codeChallenge);
        if (!hasChallenge && !string.IsNullOrEmpty(codeVerifier))
            return ProofKeyOutcome.VerifierUnexpected;
        var outcome = OutcomeOf(codeChallenge, codeChallengeMethod);
        if (!hasChallenge || outcome != ProofKeyOutcome.Valid)
            return outcome;
        if (string.IsNullOrEmpty(codeVerifier))
            return ProofKeyOutcome.VerifierMissing;
        if (!CodeVerifier.IsWellFormed(codeVerifier))
            return ProofKeyOutcome.VerifierMalformed;

        var matches =
            codeChallengeMethod == S256
                ? CodeChallenge.Matches(codeChallenge!, codeVerifier!)
                : FixedTime.Equals(codeChallenge!, codeVerifier!);
        return matches ? ProofKeyOutcome.Valid : ProofKeyOutcome.Mismatch;
    }

    ProofKeyOutcome OutcomeOf(string? codeChallenge, string? codeChallengeMethod)
    {
        var hasMethod = !string.IsNullOrEmpty(codeChallengeMethod);
        if (string.IsNullOrEmpty(codeChallenge))
            return mayBeOmitted && !hasMethod ? ProofKeyOutcome.Valid : ProofKeyOutcome.ChallengeMissing;

        var method = hasMethod ? codeChallengeMethod! : Plain;
        if (!CodeChallengeMethodsSupported.Contains(method))
            return ProofKeyOutcome.MethodNotAllowed;

        var wellFormed = method == S256 ? CodeChallenge.IsWellFormed(codeChallenge) : CodeVerifier.IsWellFormed(codeChallenge);
        return wellFormed ? ProofKeyOutcome.Valid : ProofKeyOutcome.ChallengeMalformed;
    }
}

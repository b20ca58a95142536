using System.Diagnostics.CodeAnalysis;

namespace Pkce;

/// <summary>
/// The result of an authorization server's check: what came out and, unless it is <see cref="ProofKeyOutcome.Valid"/>,
/// the error response to send.
/// </summary>
public readonly struct ProofKeyResult : IEquatable<ProofKeyResult>
{
    const string InvalidRequest = "invalid_request";
    const string InvalidGrant = "invalid_grant";
    const string ServerError = "server_error";

    readonly bool ofTokenRequest;

    internal ProofKeyResult(ProofKeyOutcome outcome, bool ofTokenRequest)
    {
        Outcome = outcome;
        this.ofTokenRequest = ofTokenRequest;
    }

    /// <summary>What came out.</summary>
    public ProofKeyOutcome Outcome { get; }

    /// <summary>Whether the request is right. If not, it must be refused with <see cref="Error"/>.</summary>
    [MemberNotNullWhen(false, nameof(Error), nameof(ErrorDescription))]
    public bool IsValid => Outcome == ProofKeyOutcome.Valid;

    /// <summary>
    /// The <c>error</c> of the response; <see langword="null"/> if the request is right. It is <c>invalid_request</c>
    /// for everything wrong with an authorization request (RFC 7636, section 4.4.1) and for a token request whose
    /// verifier is missing, unexpected or malformed (RFC 6749, section 5.2; OAuth 2.1 draft, section 3.2.4), and
    /// <c>invalid_grant</c> for a verifier that does not match (RFC 7636, section 4.6) or a code whose stored challenge
    /// or method is of no use. <c>server_error</c> is for a result that no check made.
    /// </summary>
    public string? Error =>
        Outcome switch
        {
            ProofKeyOutcome.Valid => null,
            ProofKeyOutcome.NotChecked => ServerError,
            ProofKeyOutcome.Mismatch => InvalidGrant,
            ProofKeyOutcome.VerifierMissing or ProofKeyOutcome.VerifierUnexpected or ProofKeyOutcome.VerifierMalformed => InvalidRequest,
            _ => ofTokenRequest ? InvalidGrant : InvalidRequest,
        };

    /// <summary>
    /// An <c>error_description</c> for the client's developer (RFC 6749, sections 4.1.2.1 and 5.2);
    /// <see langword="null"/> if the request is right. A fixed text that repeats nothing of the request.
    /// </summary>
    public string? ErrorDescription =>
        Outcome switch
        {
            ProofKeyOutcome.Valid => null,
            ProofKeyOutcome.NotChecked => "The proof key was not checked.",
            ProofKeyOutcome.ChallengeMalformed => "The code_challenge is malformed.",
            ProofKeyOutcome.MethodNotAllowed => "The code_challenge_method is not allowed; one that is left out means plain.",
            ProofKeyOutcome.VerifierMissing => "The code_verifier is missing.",
            ProofKeyOutcome.VerifierUnexpected => "There is a code_verifier, but the authorization request had no code_challenge.",
            ProofKeyOutcome.VerifierMalformed => "The code_verifier is malformed.",
            ProofKeyOutcome.Mismatch => "The code_verifier does not match the code_challenge.",
            _ => "The authorization request had no code_challenge.",
        };

    /// <summary>Whether both results are of the same outcome and call for the same error.</summary>
    /// <param name="other">The other result.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(ProofKeyResult other) => Outcome == other.Outcome && ofTokenRequest == other.ofTokenRequest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProofKeyResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Outcome;

    /// <summary>Whether both results are equal.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(ProofKeyResult left, ProofKeyResult right) => left.Equals(right);

    /// <summary>Whether both results differ.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(ProofKeyResult left, ProofKeyResult right) => !left.Equals(right);

    /// <summary>The outcome's name.</summary>
    /// <returns>Such as <c>Mismatch</c>.</returns>
    public override string ToString() => Outcome.ToString();
}

namespace Pkce;

/// <summary>How an authorization server's check of a request's proof key came out.</summary>
public enum ProofKeyOutcome
{
    /// <summary>No check made the result, such as <c>default(ProofKeyResult)</c>. It is not valid.</summary>
    NotChecked = 0,

    /// <summary>The request is right.</summary>
    Valid = 1,

    /// <summary>
    /// The <c>code_challenge</c> is none of its method: S256 has 43 characters of base64url (RFC 7636, section 4.2).
    /// </summary>
    ChallengeMalformed = 2,

    /// <summary>
    /// The <c>code_challenge_method</c> is unknown or not allowed. Names are case-sensitive, and a method that is left
    /// out means <c>plain</c> (RFC 7636, section 4.3).
    /// </summary>
    MethodNotAllowed = 3,

    /// <summary>
    /// The authorization request carried a <c>code_challenge</c>, but the token request carries no
    /// <c>code_verifier</c> (RFC 7636, section 4.5): perhaps an intercepted code.
    /// </summary>
    VerifierMissing = 4,

    /// <summary>
    /// The token request carries a <c>code_verifier</c>, but the authorization request carried no
    /// <c>code_challenge</c>: perhaps one was stripped from it (downgrade attack, RFC 9700, sections 2.1.1 and 4.8.2).
    /// </summary>
    VerifierUnexpected = 5,

    /// <summary>
    /// The <c>code_verifier</c> is not 43 to 128 characters out of <c>A-Z a-z 0-9 - . _ ~</c> (RFC 7636, section 4.1).
    /// </summary>
    VerifierMalformed = 6,

    /// <summary>The <c>code_verifier</c> does not belong to the <c>code_challenge</c> (RFC 7636, section 4.6).</summary>
    Mismatch = 7,

    /// <summary>
    /// The authorization request carried no <c>code_challenge</c> (and the token request no <c>code_verifier</c>):
    /// PKCE was not used (RFC 7636, section 4.4.1), and the policy demands it.
    /// </summary>
    ChallengeMissing = 8,
}

namespace Pkce;

/// <summary>Names on the wire (RFC 7636, sections 4.3 and 4.5).</summary>
static class ParameterNames
{
    internal const string CodeChallenge = "code_challenge";
    internal const string CodeChallengeMethod = "code_challenge_method";
    internal const string CodeVerifier = "code_verifier";
}

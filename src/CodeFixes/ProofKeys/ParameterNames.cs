namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>RFC 7636, sections 4.3 and 4.5.</summary>
static class ParameterNames
{
    public const string CodeChallenge = "code_challenge";
    public const string CodeChallengeMethod = "code_challenge_method";
    public const string CodeVerifier = "code_verifier";
}

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>Code that can make the parts of a proof key, too.</summary>
interface IVerifierCode : IProofKeyCode
{
    /// <summary>The expression that makes a code verifier alone.</summary>
    string CreateVerifier { get; }

    /// <summary>The expression that makes the code challenge of a verifier.</summary>
    string CreateChallenge(string verifier);
}

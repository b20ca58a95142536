using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Verifiers;

/// <summary>A code verifier that is made once and serves many authorization requests.</summary>
/// <param name="Place">Where it is made; of an object's, where the object uses it for one request after the other.</param>
/// <param name="Made">Where it is made.</param>
/// <param name="IsMade">False where it is a constant there, or comes from elsewhere: made at that place it would be shared.</param>
sealed record SharedVerifier(SyntaxNode Place, SyntaxNode Made, bool IsMade, Lifetime Lifetime)
{
    /// <summary>How it can be made for each login; null where that is not known to be sound.</summary>
    public VerifierRenewal? Renewal { get; init; }
}

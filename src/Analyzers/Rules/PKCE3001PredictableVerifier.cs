using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier from a source that is not a cryptographically secure random number generator (RFC 7636 section 7.1).</summary>
sealed class PKCE3001PredictableVerifier() : VerifierRule(VerifierFault.Predictable)
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3001",
        title: "Code verifier from a predictable source",
        message: "The client's code verifier comes from {0}: {1}",
        description: "Whoever can guess the code verifier can redeem an intercepted authorization code. It has to come from a "
            + "cryptographically secure random number generator.",
        cwe: 338,
        section: "RFC 7636 7.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    protected override string Say(VerifierFinding finding) =>
        finding.Verifier.Weakest?.Kind switch
        {
            SourceKind.Guid => "a GUID, which has at most 122 random bits and no promise of unpredictability",
            SourceKind.Clock => "the clock, which an attacker can read too",
            SourceKind.HashCode => "a hash code, which is no secret and has 32 bits",
            _ => "a random number generator that is predictable (System.Random, or one of its kind)",
        };
}

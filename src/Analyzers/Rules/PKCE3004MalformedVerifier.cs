using Microsoft.CodeAnalysis;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier that is too short or too long, or has characters that servers refuse (RFC 7636 section 4.1).</summary>
sealed class PKCE3004MalformedVerifier() : VerifierRule(VerifierFault.Malformed)
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3004",
        title: "Code verifier that is not well-formed",
        message: "The client's code verifier has {0}; 43 to 128 of A-Z a-z 0-9 - . _ ~ are allowed: {1}",
        description: "A verifier has 43 to 128 characters out of A-Z a-z 0-9 - . _ ~. A server refuses any other, or a character "
            + "changes its meaning on the way.",
        cwe: 20,
        section: "RFC 7636 4.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    protected override string Say(VerifierFinding finding) => Malformation(finding.Verifier);
}

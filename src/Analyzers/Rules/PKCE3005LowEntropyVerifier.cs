using Microsoft.CodeAnalysis;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier that holds fewer than 256 bits (RFC 7636 section 7.1).</summary>
sealed class PKCE3005LowEntropyVerifier() : VerifierRule(VerifierFault.LowEntropy)
{
    /// <summary>Below it guessing comes within reach; above it the verifier is only weaker than it should be.</summary>
    const double LeastBits = 128;

    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3005",
        title: "Code verifier with too little entropy",
        message: "The client's code verifier has {0}; 256 bits are recommended: {1}",
        description: "RFC 7636 recommends 256 bits of entropy, as 32 random octets have. A text of the right length can hold far fewer.",
        cwe: 331,
        section: "RFC 7636 7.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    protected override string Say(VerifierFinding finding) => Measure(finding.Verifier);

    protected override DiagnosticSeverity Severity(VerifierFinding finding) =>
        finding.Verifier.Sample!.Bits < LeastBits ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
}

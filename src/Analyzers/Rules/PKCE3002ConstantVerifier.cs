using Microsoft.CodeAnalysis;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier that stands in the program (RFC 7636 section 4.1).</summary>
sealed class PKCE3002ConstantVerifier() : VerifierRule(VerifierFault.Constant)
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3002",
        title: "Constant code verifier",
        message: "The client's code verifier {0}: {1}",
        description: "A verifier that stands in the program is known to whoever has the program, and the same for every login: an "
            + "intercepted authorization code can be redeemed as if there were no PKCE.",
        cwe: 321,
        section: "RFC 7636 4.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    protected override string Say(VerifierFinding finding) =>
        "is a constant, the same for every login and known to whoever has the program";
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier that serves many authorization requests (RFC 7636 section 4.1, RFC 9700 section 2.1.1).</summary>
sealed class PKCE3003SharedVerifier : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3003",
        title: "One code verifier for many logins",
        message: "The client's code verifier is made once and serves every authorization request of {0}: make it with "
            + "ProofKey.Create() for each authorization request",
        description: "A verifier belongs to one authorization request. One that serves many redeems all their codes once it was "
            + "seen, and logins at the same time take each other's.",
        cwe: 323,
        section: "RFC 7636 4.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        foreach (var shared in file.SharedVerifiers.Where(shared => shared.IsMade))
        {
            yield return new Judgement(
                Finding,
                shared.Place.GetLocation(),
                shared.Lifetime == Lifetime.PerhapsObject ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                shared.Lifetime == Lifetime.Process ? "the process" : "the object"
            )
            {
                Subject = shared,
                Related = [shared.Made.GetLocation()],
            };
        }
    }
}

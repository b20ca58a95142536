using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier that cannot be the one that the code challenge was made from (RFC 7636 section 4.6).</summary>
sealed class PKCE3008LostVerifier : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3008",
        title: "Code verifier that cannot be the challenge's",
        message: "The client's token request sends a code_verifier that {0}, so it cannot be the one that the code_challenge was "
            + "made from: keep the verifier of the authorization request {1} and send that",
        description: "The authorization server hashes the verifier and compares the result with the challenge of the "
            + "authorization request. Any other verifier is refused.",
        cwe: 345,
        section: "RFC 7636 4.6"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        foreach (var lost in file.LostVerifiers)
        {
            var (fault, advice) =
                lost.Kind == LossKind.DrawnAnew
                    ? ("is drawn anew where the code is redeemed", "by its state")
                    : (
                        $"is kept in {lost.Type}, of which each HTTP request gets a new one",
                        "by its state in the session or in a protected cookie"
                    );
            yield return new Judgement(Finding, lost.Place.GetLocation(), fault, advice);
        }
    }
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Rules;

/// <summary>A token request without <c>code_verifier</c> (RFC 7636 section 4.5).</summary>
sealed class PKCE1004MissingVerifier : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE1004",
        title: "Token request without code_verifier",
        message: "The client's token request ({0}) has no code_verifier, so anyone who has the authorization code can redeem it: "
            + "send the code_verifier whose code_challenge went with the authorization request",
        description: "The code verifier proves that the token request comes from the client that made the authorization request.",
        cwe: 345,
        section: "RFC 7636 4.5"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var request in file.Requests)
        {
            if (request is { Kind: RequestKind.Token, Proof: Presence.Never, IsCodeOfSdk: false })
                yield return RequestJudgement.Create(Finding, request, file, request.Place, string.Join(", ", request.ParameterNames));
        }
    }
}

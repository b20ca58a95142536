using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Requests.Razor;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Rules;

/// <summary>An authorization request without <c>code_challenge</c> (RFC 7636 section 4.3).</summary>
sealed class PKCE1001MissingChallenge : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE1001",
        title: "Authorization request without code_challenge",
        message: "The client's authorization request ({0}) has no code_challenge, so the authorization code is not bound to this "
            + "client by PKCE: add code_challenge and code_challenge_method=S256, and code_verifier to the token request",
        description: "Whoever intercepts or injects the authorization code can use it. With PKCE the code is of use only to the "
            + "client that made the authorization request.",
        cwe: 345,
        section: "RFC 7636 4.3"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var request in file.Requests)
        {
            if (request is { Kind: RequestKind.Authorization, Proof: Presence.Never })
                yield return RequestJudgement.Create(Finding, request, file, request.Place, string.Join(", ", request.ParameterNames));
        }
    }

    public override IEnumerable<Judgement> Judge(RazorFile file) =>
        from link in file.Links
        where (link.Asks & (Grants.Code | Grants.Hybrid)) != 0 && !link.Has(WireNames.CodeChallenge)
        select RazorJudgement.Create(Finding, link, file, string.Join(", ", link.Names));
}

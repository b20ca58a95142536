using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Rules;

/// <summary>A challenge or verifier that is there on some paths only (RFC 9700 section 2.1.1).</summary>
sealed class PKCE1003ConditionalProof : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Info(
        "PKCE1003",
        title: "PKCE on some paths only",
        message: "The client's {0} request {1}",
        description: "A login on the other path is open to interception and injection of the authorization code.",
        cwe: 345,
        section: "RFC 9700 2.1.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var request in file.Requests)
        {
            if (request is { Kind: RequestKind.Authorization or RequestKind.Token, Proof: Presence.Sometimes, IsOfHandler: false })
                yield return Create(
                    request,
                    file,
                    $"carries {request.ProofParameter} on some paths only: send it always, so that no login goes without PKCE"
                );
            else if (request is { IsCodeOfSdk: true, Proof: Presence.Never })
                yield return Create(
                    request,
                    file,
                    "has no code_verifier, and its redirect_uri says that an SDK in the user agent obtained the code: let that "
                        + "SDK make the proof key and hand over the code_verifier"
                );
        }
    }

    static Judgement Create(Request request, FileModel file, string fault) =>
        RequestJudgement.Create(
            Finding,
            request,
            file,
            request.Place,
            request.Kind == RequestKind.Token ? "token" : "authorization",
            fault
        );
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Requests.Razor;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Rules;

/// <summary>A <c>code_challenge_method</c> that is not <c>S256</c> (RFC 7636 section 4.3).</summary>
sealed class PKCE1002WeakChallengeMethod : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE1002",
        title: "code_challenge_method is not S256",
        message: "The client's authorization request {0}: write code_challenge_method=S256, and send as code_challenge "
            + "BASE64URL(SHA256(code_verifier))",
        description: "With the plain transformation the code challenge is the code verifier itself: whoever sees the "
            + "authorization request can redeem the code. A method that is left out means plain, and names are case-sensitive.",
        cwe: 757,
        section: "RFC 7636 4.3"
    );

    const string Missing = "has a code_challenge but no code_challenge_method, which means plain";

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var request in file.Requests)
        {
            if (request.Kind != RequestKind.Authorization || request.Proof is Presence.Never or Presence.Unknown)
                continue;
            var methods = request.All(WireNames.CodeChallengeMethod);
            if (
                methods.IsEmpty
                && request.Anchor.Name != WireNames.CodeChallenge
                && request.PresenceOf(WireNames.CodeChallengeMethod) == Presence.Never
            )
                yield return RequestJudgement.Create(Finding, request, file, request.All(WireNames.CodeChallenge)[0].Place, Missing);
            else if (
                !methods.IsEmpty
                && Values(methods) is { IsEmpty: false } names
                && names.All(name => name is not (null or WireNames.S256))
            )
                yield return RequestJudgement.Create(Finding, request, file, methods[0].Place, Fault(names[0]!));
        }
    }

    public override IEnumerable<Judgement> Judge(RazorFile file)
    {
        foreach (
            var link in file.Links.Where(link => (link.Asks & (Grants.Code | Grants.Hybrid)) != 0 && link.Has(WireNames.CodeChallenge))
        )
        {
            if (!link.Has(WireNames.CodeChallengeMethod))
                yield return RazorJudgement.Create(Finding, link, file, Missing);
            else if (link.ValueOf(WireNames.CodeChallengeMethod) is { } name and not WireNames.S256)
                yield return RazorJudgement.Create(Finding, link, file, Fault(name));
        }
    }

    /// <summary>Every value that the method may have; null stands for one that is not known.</summary>
    static ImmutableArray<string?> Values(ImmutableArray<Parameter> methods) =>
        [.. methods.SelectMany(method => method.Value.Alternatives).Select(value => (value as Text)?.Exact?.Trim())];

    static string Fault(string name) =>
        name == "plain"
            ? "has code_challenge_method=plain, so that the code_challenge is the code_verifier itself"
            : $"has code_challenge_method={name}, which is no registered method (names are case-sensitive)";
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Servers;

namespace PkceAnalyzers.Rules;

/// <summary>An authorization server whose verification can be gone around (RFC 9700 sections 2.1.1 and 4.8.2).</summary>
sealed class PKCE4004SkippedVerification : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE4004",
        title: "Verification of the code verifier can be skipped",
        message: "The authorization server {0}",
        description: "PKCE protects only if it cannot be left out: an attacker who strips the challenge, or leaves out the "
            + "verifier, must be refused.",
        cwe: 757,
        section: "RFC 9700 4.8.2"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        foreach (var gap in file.Server.Gaps)
        {
            yield return new Judgement(
                Finding,
                gap.Place.GetLocation(),
                gap.Kind == GapKind.Confidential ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                Fault(gap.Kind)
            )
            {
                Subject = gap,
                Related = gap.Passing is { } passing ? [passing.GetLocation()] : [],
            };
        }
    }

    static string Fault(GapKind kind) =>
        kind switch
        {
            GapKind.NoVerifier => "lets a token request without code_verifier through: refuse it where a code_challenge was stored",
            GapKind.NoChallenge =>
                "verifies nothing where no code_challenge was stored, so that stripping it from the authorization request turns "
                    + "PKCE off: demand it there, and refuse a code_verifier that was not announced",
            GapKind.UnknownMethod => "lets a code_challenge_method through that it does not know: refuse every method but S256",
            GapKind.NotRequired =>
                "verifies nothing where PKCE is not required, even if a code_challenge was stored: verify whenever there is one, "
                    + "and refuse a code_verifier without it",
            GapKind.Unread =>
                "takes a code_verifier and never looks at it: compare BASE64URL(SHA256(code_verifier)) with the code_challenge "
                    + "that was stored with the code",
            GapKind.Unknown =>
                "redeems codes for tokens without any code_verifier: store the code_challenge with the code, and compare it with "
                    + "BASE64URL(SHA256(code_verifier))",
            _ => "exempts confidential clients: an injected code is then bound by the client's authentication alone",
        };
}

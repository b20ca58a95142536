using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A code challenge that is another text than BASE64URL(SHA256(ASCII(code_verifier))) (RFC 7636 section 4.2).</summary>
sealed class PKCE3006WrongChallenge : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3006",
        title: "Code challenge that is not the S256 transformation",
        message: "The client's code challenge {0}: send BASE64URL(SHA256(ASCII(code_verifier))) without padding, as "
            + "CodeChallenge.Create(codeVerifier) gives",
        description: "The server computes BASE64URL(SHA256(ASCII(code_verifier))) and compares. Any other challenge makes logins "
            + "fail, or protects less than it seems to.",
        cwe: 1240,
        section: "RFC 7636 4.2"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        // One report a fault: what is sent and what is named so are often the same value.
        var challenges = file
            .Challenges.Where(challenge => challenge.Place.SyntaxTree == file.Model.SyntaxTree)
            .OrderBy(challenge => !challenge.IsSent)
            .ThenBy(challenge => challenge.Place.SpanStart)
            .GroupBy(challenge => challenge.Sample.Given ?? (object)challenge.Sample)
            .Select(same => same.OrderBy(challenge => challenge.IsDeclared).First());
        foreach (var challenge in challenges)
        {
            yield return new Judgement(Finding, Places.Shown(challenge.Place), Say(challenge.Fault!))
            {
                Subject = challenge,
                Related = challenge.Verifier is { } verifier ? [verifier.GetLocation()] : [],
            };
        }
    }

    /// <summary>What the challenge is, as the message goes on.</summary>
    internal static string Say(ChallengeFault fault) =>
        fault.Kind switch
        {
            ChallengeFaultKind.NotHashed => "is not hashed: whoever reads it has the verifier",
            ChallengeFaultKind.OtherDigest => $"is hashed by {fault.Detail}",
            ChallengeFaultKind.HashedTwice => "is hashed twice",
            ChallengeFaultKind.OtherEncoding => $"hashes the verifier's text as {fault.Detail.ToUpperInvariant()}, not as ASCII",
            ChallengeFaultKind.OfDecodedVerifier => "hashes the octets that the verifier was decoded to, not its text",
            ChallengeFaultKind.OfOctets => "hashes the octets behind the verifier, not its text",
            ChallengeFaultKind.EncodedTwice => "is base64url-encoded twice",
            ChallengeFaultKind.Hexadecimal => "is hexadecimal, not base64url",
            ChallengeFaultKind.ReadAsText => "reads the hash as text instead of encoding it",
            ChallengeFaultKind.OneCase => "has its letters brought to one case",
            ChallengeFaultKind.PaddedBase64 => "is base64 with padding, not base64url without",
            ChallengeFaultKind.Padded => "keeps the padding",
            ChallengeFaultKind.Base64 => "is base64, not base64url",
            _ => "is not BASE64URL(SHA256(ASCII(code_verifier)))",
        };
}

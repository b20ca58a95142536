using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Rules;

/// <summary>A rule about the value of a code verifier. Of several that find fault with one origin the gravest reports, and its
/// message lists what the others find.</summary>
abstract class VerifierRule(VerifierFault fault) : Rule
{
    const string Advice = "make it with ProofKey.Create(), or from 32 octets of RandomNumberGenerator in base64url without padding";

    /// <summary>What a verifier is, and what makes it so, as a message says it.</summary>
    protected abstract string Say(VerifierFinding finding);

    protected virtual DiagnosticSeverity Severity(VerifierFinding finding) => DiagnosticSeverity.Warning;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        var reported = new HashSet<SyntaxNode>();
        foreach (var finding in file.VerifierFindings)
        {
            if (finding.Faults[0] != fault || !reported.Add(finding.Place))
                continue;
            // A name alone is a guess, unless the program makes challenges too.
            var severity = finding.Verifier.IsSent || file.MakesChallenges ? Severity(finding) : DiagnosticSeverity.Info;
            yield return new Judgement(Descriptor, Places.Shown(finding.Place), severity, Say(finding) + Others(finding), Advice)
            {
                Subject = finding,
                Related = [Places.Shown(finding.Verifier.Maker ?? finding.Verifier.Origin ?? finding.Verifier.Sink)],
            };
        }
    }

    static string Others(VerifierFinding finding)
    {
        var others = finding
            .Faults.Skip(1)
            .Select(other =>
                other switch
                {
                    VerifierFault.Malformed => "not well-formed: " + Malformation(finding.Verifier),
                    _ => "too little entropy",
                }
            )
            .ToList();
        if (others.Count == 0)
            return "";
        return $" (also {string.Join(", ", others)})";
    }

    /// <summary>What RFC 7636 section 4.1 does not allow of it.</summary>
    protected static string Malformation(Verifier verifier)
    {
        var measure = Measure(verifier) is { Length: > 0 } known ? known : "of unknown length";
        return verifier.IllegalCharacters is { Length: > 0 } illegal
            ? $"{measure}, among them {string.Join(" ", illegal.Select(letter => $"'{letter}'"))}"
            : measure;
    }

    /// <summary>Length and entropy, as far as they are known: "43 characters, 256 bits".</summary>
    protected static string Measure(Verifier verifier)
    {
        if (verifier.Sample is not { IsText: true, Given: null } sample)
            return "";
        var length =
            !sample.HasLength ? null
            : sample.Shortest == sample.LongestLength ? $"{sample.Shortest} characters"
            : $"{sample.Shortest} to {sample.LongestLength} characters";
        // How many bits a predictable source gives says nothing.
        var bits =
            sample.Bits is { } known && verifier.Weakest?.Kind is not SourceKind.PredictableRandom ? $"{Math.Round(known)} bits" : null;
        var bias = sample.Bias > 0 && bits is not null ? $"octets modulo {sample.Bias} prefer some characters" : null;
        return string.Join(", ", new[] { length, bits, bias }.Where(part => part is not null));
    }
}

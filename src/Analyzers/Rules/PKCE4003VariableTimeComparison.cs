using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;

namespace PkceAnalyzers.Rules;

/// <summary>A code challenge that is compared in a time that depends on where it differs, or without regard to case.</summary>
sealed class PKCE4003VariableTimeComparison : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Info(
        "PKCE4003",
        title: "Code challenge not compared in constant time",
        message: "The authorization server compares the code challenge {0}: use ProofKeyPolicy or CryptographicOperations.FixedTimeEquals",
        description: "A comparison that stops at the first difference tells by its time how much of the value was right; one that "
            + "ignores case takes wrong challenges for right ones, since base64url is case-sensitive.",
        cwe: 208,
        section: "RFC 7636 4.6"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        foreach (var comparison in file.Server.Comparisons)
        {
            if (comparison.IsConstantTime)
                continue;
            yield return new Judgement(
                Finding,
                comparison.Place.GetLocation(),
                comparison.IgnoresCase ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                comparison.IgnoresCase ? "ignoring case, and so accepts wrong ones" : "in a time that tells how much of it was right"
            )
            {
                Subject = comparison,
            };
        }
    }
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier that is written where others can read it (RFC 7636 section 7.1).</summary>
sealed class PKCE3007DisclosedVerifier : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE3007",
        title: "Code verifier disclosed",
        message: "The code verifier {0}: {1}",
        description: "PKCE holds as long as nobody but the client knows the verifier until the code is redeemed.",
        cwe: 532,
        section: "RFC 7636 7.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        if (!file.JudgesValues)
            yield break;
        foreach (var disclosure in file.Disclosures)
        {
            var (where, advice) = Say(disclosure.Form);
            // A program that only shows how verifiers are made gives nothing away.
            if (disclosure.Form == DisclosureForm.Console && !file.ProgramHoldsRequests)
                continue;
            var severity =
                disclosure.Form == DisclosureForm.Console && !file.HoldsRequests ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
            yield return new Judgement(Finding, disclosure.Place.GetLocation(), severity, where, advice) { Subject = disclosure };
        }
    }

    static (string Where, string Advice) Say(DisclosureForm form) =>
        form switch
        {
            DisclosureForm.Log => ("is written to a log", "log whether there is one, not its value"),
            DisclosureForm.Console => ("is written to the console", "leave it out"),
            DisclosureForm.Exception => ("is part of an exception's message, which logs and error pages show", "leave it out"),
            DisclosureForm.Cookie => (
                "is kept in a cookie without protection",
                "protect it (IDataProtector), or keep it in the server's session"
            ),
            DisclosureForm.State => (
                "is part of the client's state parameter in the clear, which passes through the browser with the code",
                "protect it (IDataProtector), or keep it in the client"
            ),
            DisclosureForm.Url => (
                "is part of a URL, which browsers keep and servers log",
                "send it in the body of the token request alone"
            ),
            _ => (
                "is sent in the client's authorization request",
                "send only code_challenge there, and code_verifier in the token request"
            ),
        };
}

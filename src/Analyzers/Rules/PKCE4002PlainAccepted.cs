using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Servers;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>An authorization server that takes the plain transformation (RFC 7636 section 4.2, RFC 9700 section 2.1.1).</summary>
sealed class PKCE4002PlainAccepted : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE4002",
        title: "Server accepts the plain transformation",
        message: "The authorization server {0}: {1}{2}",
        description: "With the plain transformation the code challenge is the code verifier itself: whoever sees the "
            + "authorization request can redeem the code. Every client that can compute SHA-256 has to use S256.",
        cwe: 757,
        section: "RFC 7636 4.2"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var acceptance in file.JudgesValues ? file.Server.Plain : [])
            yield return new Judgement(Finding, acceptance.Place.GetLocation(), Fault(acceptance.Form), "take S256 alone", "");
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.AllowsPlain))
            yield return SettingJudgement.Create(
                Finding,
                finding,
                file,
                $"lets this client use code_challenge_method=plain ({SettingWording.Shown(finding)})",
                SettingWording.Advice(finding)
            );
    }

    public override IEnumerable<Judgement> Judge(SettingsFile file) =>
        SettingsFileJudgement.Create(
            Finding,
            file,
            SettingEffect.AllowsPlain,
            finding => [$"accepts code_challenge_method=plain ({SettingWording.Shown(finding)})"]
        );

    static string Fault(PlainForm form) =>
        form switch
        {
            PlainForm.Compared => "compares the code_verifier itself with the code_challenge, which is the plain transformation",
            PlainForm.Assumed => "takes a code_challenge_method that is left out for plain",
            PlainForm.Listed => "lets code_challenge_method=plain through",
            _ => "advertises code_challenge_method=plain",
        };
}

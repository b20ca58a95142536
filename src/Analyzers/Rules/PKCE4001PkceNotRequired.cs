using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Libraries.Known;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>A server that does not require PKCE of a client of the authorization code grant.</summary>
sealed class PKCE4001PkceNotRequired : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE4001",
        title: "Server does not require PKCE",
        message: "The server does not require PKCE of this client ({0}), so an authorization code that is intercepted or injected "
            + "can be redeemed: {1}{2}",
        description: "A server that requires PKCE refuses authorization requests without code_challenge, so that no login goes without it.",
        cwe: 345,
        section: "RFC 9700 2.1.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.NotRequired))
            yield return SettingJudgement.Create(
                Finding,
                finding,
                file,
                SettingWording.Shown(finding),
                SettingWording.Advice(finding) + IdentityServer.Caution(finding.Grants)
            );
    }

    public override IEnumerable<Judgement> Judge(SettingsFile file) =>
        SettingsFileJudgement.Create(
            Finding,
            file,
            SettingEffect.NotRequired,
            finding => [SettingWording.Shown(finding)],
            finding => IdentityServer.Caution(finding.Grants)
        );
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>A library's PKCE switched off.</summary>
sealed class PKCE2001PkceSwitchedOff : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE2001",
        title: "PKCE switched off",
        message: "The client's PKCE is switched off by {0}, so the authorization code is not bound to this client: {1}{2}",
        description: "The library sends code_challenge and code_verifier by itself when the setting is on.",
        cwe: 345,
        section: "RFC 9700 2.1.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.Off))
            yield return SettingJudgement.Create(Finding, finding, file, SettingWording.Shown(finding), SettingWording.Advice(finding));
    }

    public override IEnumerable<Judgement> Judge(SettingsFile file) =>
        SettingsFileJudgement.Create(Finding, file, SettingEffect.Off, finding => [SettingWording.Shown(finding)]);
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>PKCE that is on, or believed to be, where the library ignores it.</summary>
sealed class PKCE2003PkceWithoutEffect : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE2003",
        title: "PKCE without effect",
        message: "The client does no PKCE with {0}, so the authorization code is bound to it by a checked nonce or the client "
            + "secret at most: {1}{2}",
        description: "The library applies PKCE under conditions that this configuration does not meet, and says nothing about it.",
        cwe: 345,
        section: "RFC 9700 2.1.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.Ineffective))
            yield return SettingJudgement.Create(Finding, finding, file, SettingWording.Shown(finding), SettingWording.Advice(finding));
    }

    public override IEnumerable<Judgement> Judge(SettingsFile file) =>
        SettingsFileJudgement.Create(
            Finding,
            file,
            SettingEffect.Ineffective,
            finding =>
                [finding.Kind.IsDead ? $"{SettingWording.Shown(finding)} here, where no framework reads it" : SettingWording.Shown(finding)]
        );
}

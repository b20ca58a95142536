using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Rules;

/// <summary>An API that cannot do PKCE at all.</summary>
sealed class PKCE2004PkceUnsupported : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Info(
        "PKCE2004",
        title: "API without PKCE",
        message: "The client's login by {0} of {1} cannot do PKCE, so the authorization code is not bound to this client: {2}{3}",
        description: "The library has no way to send code_challenge or code_verifier.",
        cwe: 345,
        section: "RFC 9700 2.1.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.Unsupported))
            yield return SettingJudgement.Create(
                Finding,
                finding,
                file,
                SettingWording.Shown(finding),
                finding.Registration.Type.Library,
                SettingWording.Advice(finding)
            );
    }
}

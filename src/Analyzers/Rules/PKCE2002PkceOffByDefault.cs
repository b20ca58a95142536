using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Rules;

/// <summary>A library's PKCE that is off by default and left so.</summary>
sealed class PKCE2002PkceOffByDefault : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE2002",
        title: "PKCE left off",
        message: "The client's PKCE is off by default in {0} and left so, so the authorization code is not bound to this client: {1}{2}",
        description: "The library sends code_challenge and code_verifier only when it is told to.",
        cwe: 345,
        section: "RFC 9700 2.1.1"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.OffByDefault))
            yield return SettingJudgement.Create(Finding, finding, file, finding.Registration.Type.Library, SettingWording.Advice(finding));
    }
}

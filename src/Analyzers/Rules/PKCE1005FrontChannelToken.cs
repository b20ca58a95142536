using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Requests.Razor;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>A <c>response_type</c> that puts a token in the front channel, where PKCE cannot protect it (RFC 9700 section 2.1.2).</summary>
sealed class PKCE1005FrontChannelToken : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Info(
        "PKCE1005",
        title: "Access token in the front channel",
        message: "The {0} a token in the front channel, where PKCE cannot protect it: {1}{2}",
        description: "A token in a redirect leaks by history, logs and referrers, and can be injected. The authorization code "
            + "grant with PKCE takes the place of the implicit grant.",
        cwe: 522,
        section: "RFC 9700 2.1.2"
    );

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var request in file.Requests)
        {
            if (request.Kind == RequestKind.FrontChannel)
                yield return RequestJudgement.Create(
                    Finding,
                    request,
                    file,
                    request.Place,
                    "client's authorization request asks for",
                    "use response_type=code with PKCE",
                    ""
                );
        }
        foreach (var finding in file.Settings.Where(finding => finding.Setting.Effect == SettingEffect.FrontChannel))
            yield return SettingJudgement.Create(
                Finding,
                finding,
                file,
                finding.Registration.Type.Side == Side.Client
                    ? "client's authorization request asks for"
                    : "server lets this client ask for",
                SettingWording.Advice(finding)
            );
    }

    public override IEnumerable<Judgement> Judge(SettingsFile file) =>
        SettingsFileJudgement.Create(
            Finding,
            file,
            SettingEffect.FrontChannel,
            finding => [finding.Kind.Side == Side.Client ? "client's authorization request asks for" : "server lets this client ask for"]
        );

    public override IEnumerable<Judgement> Judge(RazorFile file) =>
        from link in file.Links
        where link.Asks.HasFlag(Grants.Token)
        select RazorJudgement.Create(
            Finding,
            link,
            file,
            "client's authorization request asks for",
            "use response_type=code with PKCE",
            ""
        );
}

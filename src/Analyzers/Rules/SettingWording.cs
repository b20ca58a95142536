using PkceAnalyzers.Libraries;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>What rules say of settings. What only one library calls so, its file says.</summary>
static class SettingWording
{
    const int Most = 40;

    /// <summary>What is written, or done instead.</summary>
    public static string Shown(SettingFinding finding) =>
        finding.Trap is { } trap ? Shown(trap, finding.Setting)
        : finding.Setting.Message is { } says ? says
        : finding.Write is null ? $"{finding.Setting.Member} not set"
        : $"{finding.Setting.Member} = {Short(finding.Write.Value.ToString())}";

    public static string Shown(SettingsFileFinding finding)
    {
        if (finding.Setting.Condition == ValueCondition.Unset)
            return $"no \"{finding.Setting.Member}\"";
        var value = finding.Value;
        var text = bool.TryParse(value.Text, out _) ? value.Text : $"\"{value.Text}\"";
        return int.TryParse(value.Name, out _) ? $"{text} in \"{finding.Setting.Member}\"" : $"\"{value.Name}\": {text}";
    }

    /// <summary>What to do about it.</summary>
    public static string Advice(SettingFinding finding) => finding.Trap is { } trap ? Advice(trap) : Advice(finding.Setting);

    public static string Advice(Setting setting) => setting.Advice ?? $"write {setting.Member} = {setting.Repair}";

    static string Shown(SettingTrap trap, Setting setting) =>
        trap switch
        {
            SettingTrap.OverrideWithoutChallenge => "an override of BuildChallengeUrl that adds no code_challenge",
            SettingTrap.OverrideWithoutVerifier => "an override of ExchangeCodeAsync that sends no code_verifier",
            SettingTrap.LateResponseType => "a response type that is set in an event, after PKCE was decided on",
            SettingTrap.ChallengeRemoved => "an event that takes code_challenge out of the request",
            SettingTrap.VerifierInResponse => "a code_verifier that is put into ProtocolMessage, the response that brought the code",
            SettingTrap.ForeignChallenge =>
                $"a code_challenge of its own in {setting.Member}, whose code_verifier the library does not send",
            SettingTrap.PlainAdded => $"plain is added to {setting.Member}",
            SettingTrap.WithoutS256 => $"{setting.Member} without S256",
            _ => throw new ArgumentOutOfRangeException(nameof(trap)),
        };

    static string Advice(SettingTrap trap) =>
        trap switch
        {
            SettingTrap.OverrideWithoutChallenge => "begin with the URL of base.BuildChallengeUrl, which adds code_challenge",
            SettingTrap.OverrideWithoutVerifier => "call base.ExchangeCodeAsync, or send the code_verifier that context.Properties holds "
                + "under OAuthConstants.CodeVerifierKey",
            SettingTrap.LateResponseType => "write ResponseType = \"code\" in the options",
            SettingTrap.ChallengeRemoved => "leave code_challenge in",
            SettingTrap.VerifierInResponse => "put it into context.TokenEndpointRequest, or have the handler do PKCE (UsePkce = true)",
            SettingTrap.ForeignChallenge => "leave it out, and have the library do PKCE",
            SettingTrap.PlainAdded => "leave it out",
            SettingTrap.WithoutS256 => "leave CodeChallengeMethods.Sha256 in",
            _ => throw new ArgumentOutOfRangeException(nameof(trap)),
        };

    static string Short(string text) =>
        text.Length <= Most && text.IndexOf('\n') < 0
            ? text
            : text.Substring(0, Math.Min(Most - 3, text.Split('\r', '\n')[0].Length)) + "…";
}

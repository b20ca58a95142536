using Microsoft.CodeAnalysis;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>Judgements of values of settings files.</summary>
static class SettingsFileJudgement
{
    /// <param name="arguments">Of the descriptor's message, but for the last two: the advice, and what is said of types that do not
    /// resolve.</param>
    /// <param name="caution">What is added to the advice.</param>
    public static IEnumerable<Judgement> Create(
        DiagnosticDescriptor descriptor,
        SettingsFile file,
        SettingEffect fact,
        Func<SettingsFileFinding, object[]> arguments,
        Func<SettingsFileFinding, string>? caution = null
    ) =>
        from finding in file.Findings
        where finding.Setting.Effect == fact && !finding.IsExceptedFrom(descriptor.Id)
        // A key that no framework reads may still be read by the program itself, and a file that it does not read by another.
        let severity = descriptor.SeverityIn(file.Project, isAdvice: finding.Kind.IsDead || !file.IsRead && finding.Kind.Under is null)
        select new Judgement(
            descriptor,
            finding.Location,
            severity,
            [.. arguments(finding), SettingWording.Advice(finding.Setting) + caution?.Invoke(finding), ""]
        )
        {
            Subject = finding,
        };
}

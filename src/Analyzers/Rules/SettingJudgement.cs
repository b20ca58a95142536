using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Settings;

namespace PkceAnalyzers.Rules;

/// <summary>Judgements of settings.</summary>
static class SettingJudgement
{
    /// <param name="arguments">Of the descriptor's message, whose last is whether the type resolved.</param>
    public static Judgement Create(DiagnosticDescriptor descriptor, SettingFinding finding, FileModel file, params object[] arguments) =>
        new(
            descriptor,
            finding.Location,
            descriptor.SeverityIn(file.Project, finding.IsAdvice),
            [.. arguments, finding.Registration.Match.IsResolved ? "" : " (type not resolved)"]
        )
        {
            Subject = finding,
        };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a setting, with all that its fix needs.</summary>
static class SettingDiagnostic
{
    /// <param name="arguments">Of the descriptor's message, whose last is whether the type resolved.</param>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, SettingFinding finding, FileModel file, params object[] arguments)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        var places = ImmutableArray.CreateBuilder<Location>();
        if (
            finding.Setting is { Repair: { } value, Given: [] }
            && !finding.Setting.BreaksTheLoginOf(finding.Grants)
            && (finding.Write?.Value ?? finding.Registration.Room) is { } place
        )
        {
            properties[Repair.SettingValue] = value;
            properties[finding.Write is null ? Repair.SettingInto : Repair.SettingAt] = "0";
            properties[Repair.SettingMember] = finding.Setting.Member;
            places.Add(place.GetLocation());
        }
        return Diagnostic.Create(
            descriptor,
            finding.Location,
            descriptor.SeverityIn(file.Project, finding.IsAdvice),
            places,
            properties.ToImmutable(),
            [.. arguments, finding.Registration.Match.IsResolved ? "" : " (type not resolved)"]
        );
    }
}

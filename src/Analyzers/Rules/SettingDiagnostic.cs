using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a setting, with all that its fix needs.</summary>
static class SettingDiagnostic
{
    /// <param name="arguments">Of the descriptor's message, whose last is whether the type resolved.</param>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, SettingFinding finding, FileModel file, params object[] arguments)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        var places = ImmutableArray.CreateBuilder<Location>();
        if (finding.Write is { } write && finding.Setting.Repair is { } value)
        {
            properties[Repair.SettingValue] = value;
            properties[Repair.SettingAt] = "0";
            places.Add(write.Value.GetLocation());
        }
        // What a test configures is no one's login.
        var severity = file.Project.IsTestProject ? DiagnosticSeverity.Info : descriptor.DefaultSeverity;
        return Diagnostic.Create(descriptor, finding.Location, severity, places, properties.ToImmutable(),
            [.. arguments, finding.Registration.Match.IsResolved ? "" : " (type not resolved)"]);
    }
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Settings.Files;

/// <summary>A row of the catalogue that holds for a value of a settings file.</summary>
/// <param name="Grants">The grants of the client, as far as they are known.</param>
/// <param name="Edit">What repairs it; null where that is not known.</param>
/// <param name="Exceptions">The comments that stand at the value.</param>
sealed record SettingsFileFinding(
    BoundSection Kind,
    Setting Setting,
    SettingValue Value,
    Grants? Grants,
    Location Location,
    (Location Place, string Text)? Edit,
    IReadOnlyList<SettingException> Exceptions
)
{
    /// <summary>The <c>client_id</c> of the client that the section sets up; null where it tells none.</summary>
    public string? ClientId { get; init; }

    /// <summary>Whether a comment with a reason excepts it from a rule.</summary>
    public bool IsExceptedFrom(string rule) => Exceptions.Any(exception => exception.Reason is not null && exception.Named.Contains(rule));
}

using Microsoft.CodeAnalysis;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>That the code itself silences a finding.</summary>
/// <param name="Reason">What it says why; null where it does not say.</param>
sealed record Suppression(string? Reason)
{
    /// <summary>Null for a diagnostic that is not suppressed.</summary>
    public static Suppression? Of(Diagnostic diagnostic, Compilation compilation)
    {
        if (!diagnostic.IsSuppressed)
            return null;
        var reason = diagnostic.Properties.GetValueOrDefault(NoPkceMarker.ReasonProperty)
            ?? diagnostic.GetSuppressionInfo(compilation)?.Attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Justification").Value.Value as string;
        return new Suppression(string.IsNullOrWhiteSpace(reason) ? null : reason.ReplaceLineEndings(" "));
    }
}

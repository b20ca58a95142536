using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>That a finding does not count.</summary>
/// <param name="Reason">What the code says why; null where it does not say.</param>
/// <param name="IsKnown">Whether it is in the baseline, rather than silenced by the code itself.</param>
sealed record Suppression(string? Reason, bool IsKnown = false)
{
    /// <summary>That it is in the baseline.</summary>
    public static readonly Suppression Known = new("known: it is in the baseline", IsKnown: true);

    /// <summary>Null for a diagnostic that is not suppressed.</summary>
    public static Suppression? Of(Diagnostic diagnostic, Compilation compilation)
    {
        if (!diagnostic.IsSuppressed)
            return null;
        var reason =
            diagnostic.Properties.GetValueOrDefault(NoPkceMarker.ReasonProperty)
            ?? diagnostic
                .GetSuppressionInfo(compilation)
                ?.Attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Justification")
                .Value.Value as string;
        return new Suppression(string.IsNullOrWhiteSpace(reason) ? null : reason.ReplaceLineEndings(" "));
    }
}

using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>A diagnostic where the user reads it.</summary>
/// <param name="Path">Full path of the file, or of the project where the finding has no place in a file.</param>
/// <param name="Line">From 1; 0 for no place.</param>
/// <param name="Column">From 1; 0 for no place.</param>
/// <param name="Severity">As configured.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Suppression">Null for one that counts.</param>
sealed record Finding(string Path, int Line, int Column, DiagnosticSeverity Severity, string Id, string Message, Suppression? Suppression)
{
    /// <summary>By path and position.</summary>
    public static readonly IComparer<Finding> ByPlace = Comparer<Finding>.Create((one, other) =>
        string.CompareOrdinal(one.Path, other.Path) is not 0 and var path ? path
        : (one.Line, one.Column).CompareTo((other.Line, other.Column)) is not 0 and var place ? place
        : string.CompareOrdinal(one.Id, other.Id) is not 0 and var id ? id : string.CompareOrdinal(one.Message, other.Message));

    /// <param name="diagnostic">What an analyzer reported.</param>
    /// <param name="compilation">What it was found in.</param>
    /// <param name="project">What to name if it has no place in a file.</param>
    public static Finding From(Diagnostic diagnostic, Compilation compilation, string project)
    {
        var suppression = Suppression.Of(diagnostic, compilation);
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ReplaceLineEndings(" ");
        var span = diagnostic.Location.GetMappedLineSpan();
        if (!span.IsValid)
            return new(project, 0, 0, diagnostic.Severity, diagnostic.Id, message, suppression);
        // A path in a #line directive is relative to the file that holds it.
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(diagnostic.Location.GetLineSpan().Path) ?? "", span.Path));
        return new(path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, diagnostic.Severity, diagnostic.Id, message, suppression);
    }
}

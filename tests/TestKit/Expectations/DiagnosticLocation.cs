namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A place that a diagnostic is expected at; lines and columns of the span count from zero.</summary>
public readonly record struct DiagnosticLocation(FileLinePositionSpan Span, DiagnosticLocationOptions Options)
{
    internal bool Matches(Location actual)
    {
        var span = actual.GetLineSpan();
        return span.Path == Span.Path
            && span.StartLinePosition == Span.StartLinePosition
            && (Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || span.EndLinePosition == Span.EndLinePosition);
    }
}

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start is compared.</summary>
    IgnoreLength = 1,

    /// <summary>The path of the span is a markup key, <c>#0</c>.</summary>
    InterpretAsMarkupKey = 2,
}

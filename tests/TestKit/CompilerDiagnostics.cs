namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which diagnostics of the compiler count as reported, and so have to be expected.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}

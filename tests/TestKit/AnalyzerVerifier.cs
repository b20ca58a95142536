using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The usual analyzer tests in one call.</summary>
public class AnalyzerVerifier<TAnalyzer, TTest, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TTest : AnalyzerTest<TVerifier>, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>The only diagnostic of the analyzer.</summary>
    /// <exception cref="InvalidOperationException">The analyzer has several.</exception>
    public static DiagnosticResult Diagnostic() => Diagnostic(new TAnalyzer().SupportedDiagnostics.Single());

    /// <exception cref="InvalidOperationException">The analyzer has none with this id, or several.</exception>
    public static DiagnosticResult Diagnostic(string diagnosticId)
        => Diagnostic(new TAnalyzer().SupportedDiagnostics.Single(descriptor => descriptor.Id == diagnosticId));

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new TTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}

using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Microsoft.CodeAnalysis.CSharp.Testing;

/// <inheritdoc/>
public class CSharpAnalyzerTest<TAnalyzer, TVerifier> : AnalyzerTest<TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TVerifier : IVerifier, new()
{
    public override string Language => LanguageNames.CSharp;

    protected override string DefaultFileExt => "cs";

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new TAnalyzer()];

    protected override CompilationOptions CreateCompilationOptions() => CSharpTestOptions.Compilation;

    /// <summary>C# 14.</summary>
    protected override ParseOptions CreateParseOptions() => CSharpTestOptions.Parse;
}

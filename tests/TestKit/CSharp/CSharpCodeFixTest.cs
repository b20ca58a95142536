using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Microsoft.CodeAnalysis.CSharp.Testing;

/// <inheritdoc/>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix, TVerifier> : CodeFixTest<TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
    where TVerifier : IVerifier, new()
{
    public override string Language => LanguageNames.CSharp;

    protected override string DefaultFileExt => "cs";

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new TAnalyzer()];

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [new TCodeFix()];

    protected override CompilationOptions CreateCompilationOptions() => CSharpTestOptions.Compilation;

    /// <summary>C# 14.</summary>
    protected override ParseOptions CreateParseOptions() => CSharpTestOptions.Parse;
}

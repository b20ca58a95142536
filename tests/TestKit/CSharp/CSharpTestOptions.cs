using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What C# is compiled with, unless a test says otherwise.</summary>
static class CSharpTestOptions
{
    public static readonly CSharpCompilationOptions Compilation = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    // Roslyn 4.14 knows most of C# 14 as its preview version.
    public static readonly CSharpParseOptions Parse = new(
        LanguageVersionFacts.TryParse("14", out var version) ? version : LanguageVersion.Preview, DocumentationMode.Diagnose);
}

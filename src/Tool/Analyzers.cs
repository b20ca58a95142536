using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Tool;

/// <summary>The analyzers that this tool was built with.</summary>
static class Analyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> All() =>
    [
        .. typeof(Repair).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Catalog;

namespace PkceAnalyzers.Tool;

/// <summary>The analyzers that this tool was built with.</summary>
static class Analyzers
{
    /// <summary>Whether they could find anything in a C# file of this text.</summary>
    public static bool MayMatter(SourceText text) => TriggerWords.OfFiles.AreIn(text);

    public static ImmutableArray<DiagnosticAnalyzer> All() =>
    [
        .. typeof(Repair).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    /// <summary>The ids of all rules.</summary>
    public static IEnumerable<string> Ids => All().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id);
}

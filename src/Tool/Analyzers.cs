using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Tool;

/// <summary>The analyzers that this tool was built with.</summary>
static class Analyzers
{
    /// <summary>Whether they could find anything in a C# file of this text.</summary>
    public static bool MayMatter(SourceText text) => FileGates.OfCode.AreIn(text);

    public static ImmutableArray<DiagnosticAnalyzer> All() =>
        [
            .. typeof(PkceAnalyzer)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
        ];

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules =>
        [.. All().SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The ids of all rules.</summary>
    public static IEnumerable<string> Ids => Rules.Select(rule => rule.Id);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace PkceAnalyzers.Testing;

/// <summary>What every test of programs takes for granted.</summary>
static class ProgramStates
{
    // Roslyn 4.14 knows most of C# 14 as its preview version.
    public static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersionFacts.TryParse("14", out var version) ? version : LanguageVersion.Preview, DocumentationMode.Diagnose);

    // The package would fetch reference assemblies while tests run, and leave out all but the first package when it fetches them first.
    public static readonly ReferenceAssemblies NoReferenceAssemblies = new("net10.0");

    public static Project WithFramework(Project project) => project.Solution.ProjectIds
        .Aggregate(project.Solution, (solution, id) => solution.AddMetadataReferences(id, Frameworks.AspNetCore)).GetProject(project.Id)!;

    /// <summary>Gives each project the configuration that its build would generate. Fixed states have that of the first.</summary>
    public static void AddConfiguration(SolutionState first, params SolutionState[] others)
    {
        first.AnalyzerConfigFiles.Add(GeneratedConfiguration.File);
        foreach (var project in others.Prepend(first).SelectMany(state => state.AdditionalProjects.Values))
            project.AnalyzerConfigFiles.Add(GeneratedConfiguration.File);
    }

    /// <summary>A finding is suppressed where a test says so, and only there.</summary>
    public static void VerifySuppression(Diagnostic actual, DiagnosticResult expected, IVerifier verify) =>
        verify.Equal(expected.IsSuppressed ?? false, actual.IsSuppressed, $"{actual} is suppressed: {actual.IsSuppressed}");

    /// <summary>Top-level statements make a program, as in a project that the SDK builds.</summary>
    /// <param name="state">Without markup.</param>
    public static OutputKind OutputKindOf(SolutionState state, ParseOptions options) => state.OutputKind ?? (state.Sources
        .Any(file => CSharpSyntaxTree.ParseText(file.content, (CSharpParseOptions)options).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary);

    /// <summary>A state with the markup taken out of its files and turned into expected diagnostics.</summary>
    public static SolutionState Evaluate(
        SolutionState state, SolutionState? before, MarkupOptions options, IEnumerable<DiagnosticAnalyzer> analyzers, ImmutableArray<string> fixable, string path) =>
        state.WithInheritedValuesApplied(before, fixable)
            .WithProcessedMarkup(options, null, [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)], fixable, path);

    public static ImmutableArray<EvaluatedProjectState> AdditionalProjects(SolutionState state, ReferenceAssemblies references) =>
        [.. state.AdditionalProjects.Values.Select(project => new EvaluatedProjectState(project, references))];
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Rules;

namespace PkceAnalyzers;

/// <summary>
/// The door: asks each file once, on its text, whether it can matter, and lets the rules judge those that can. Nothing else is
/// registered, since any operation, syntax-node or symbol callback makes the compiler walk code that no one asks about.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PkceAnalyzer : DiagnosticAnalyzer
{
    static readonly SourceTextValueProvider<StrongBox> Gate = new(static text =>
        FileGates.OfCode.AreIn(text) ? StrongBox.True : StrongBox.False
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rule.All.Select(rule => rule.Descriptor)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            var analysis = ProjectAnalysis.Of(start.Compilation, start.Options);
            var first = start.Compilation.SyntaxTrees.FirstOrDefault();
            start.RegisterSemanticModelAction(file =>
            {
                var tree = file.SemanticModel.SyntaxTree;
                var mayMatter = start.TryGetValue(tree.GetText(file.CancellationToken), Gate, out var passes) && passes.Value;
                // Whether the options can be understood is said once, at the first file, which need not pass the gate.
                if (mayMatter || tree == first && !analysis.OptionsOf(tree).Malformed.IsEmpty)
                    Report(file, analysis.Judge(file.SemanticModel, file.CancellationToken));
            });
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var judgement in analysis.Judge(file.AdditionalFile, file.CancellationToken))
                    file.ReportDiagnostic(judgement.ToDiagnostic());
            });
        });
    }

    static void Report(SemanticModelAnalysisContext file, IEnumerable<Judgement> judgements)
    {
        foreach (var judgement in judgements)
        {
            // What is wrong in the code of another project is told there.
            if (judgement.Place.SourceTree is { } tree && !file.SemanticModel.Compilation.ContainsSyntaxTree(tree))
                continue;
            if (!file.IsGeneratedCode || judgement.Place.GetMappedLineSpan().HasMappedPath)
                file.ReportDiagnostic(judgement.ToDiagnostic(file.SemanticModel.Compilation));
        }
    }

    /// <summary>A truth value that the compiler's caches can hold, which take reference types.</summary>
    sealed class StrongBox(bool value)
    {
        public static readonly StrongBox True = new(true),
            False = new(false);

        public bool Value { get; } = value;
    }
}

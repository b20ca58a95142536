using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>Reports each file, throws on one that is called Crash.cs, and takes its time for one that is called Slow.cs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
sealed class FailingAnalyzer : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Seen = new("TEST0001", "Seen", "Seen", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Seen];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSemanticModelAction(file =>
        {
            if (Path.GetFileName(file.SemanticModel.SyntaxTree.FilePath) == "Crash.cs")
                throw new InvalidOperationException("on\ntwo lines");
            if (Path.GetFileName(file.SemanticModel.SyntaxTree.FilePath) == "Slow.cs")
                file.CancellationToken.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            file.CancellationToken.ThrowIfCancellationRequested();
            file.ReportDiagnostic(Diagnostic.Create(Seen, file.SemanticModel.SyntaxTree.GetRoot().GetLocation()));
        });
        context.RegisterAdditionalFileAction(file =>
            file.ReportDiagnostic(Diagnostic.Create(Seen, Location.Create(file.AdditionalFile.Path, default, default))));
    }
}

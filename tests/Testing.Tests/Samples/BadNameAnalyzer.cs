using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Testing.Tests.Samples;

/// <summary>Reports variables and fields whose name begins with <c>bad</c>. The others differ from this one in one thing.</summary>
class BadNameAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule.BadName];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.VariableDeclarator);
    }

    protected virtual bool IsBad(string name, SyntaxNodeAnalysisContext context) => name.StartsWith("bad");

    protected virtual void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        => context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], name.GetLocation(), name.ValueText));

    void Analyze(SyntaxNodeAnalysisContext context)
    {
        var name = ((VariableDeclaratorSyntax)context.Node).Identifier;
        if (IsBad(name.ValueText, context))
            Report(name, context);
    }
}

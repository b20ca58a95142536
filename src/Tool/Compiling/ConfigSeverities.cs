using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>Gives the compiler the severities that .editorconfig and .globalconfig files set.</summary>
sealed class ConfigSeverities(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        configs.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions.GetValueOrDefault("generated_code")?.ToLowerInvariant() switch
        {
            "true" => GeneratedKind.MarkedGenerated,
            "false" => GeneratedKind.NotGenerated,
            _ => GeneratedKind.Unknown,
        };

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree,
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    ) => configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    ) => configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}

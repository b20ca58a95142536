using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Rules;

namespace PkceAnalyzers;

/// <summary>
/// Silences what is in the baseline that the MSBuild property <c>PkceBaseline</c> names: such a finding fails no build, but stays a
/// suppressed result in the compiler's log.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = Rule
        .All.Select(rule => rule.Descriptor.Id)
        .ToImmutableDictionary(
            rule => rule,
            rule => new SuppressionDescriptor(rule.Replace("PKCE", "PKCEB"), rule, "The finding is in the baseline")
        );

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
    [.. ByRule.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (
            var known in context.Options.AdditionalFiles.Select(file => KnownFindings.In(file, context.Options)).OfType<KnownFindings>()
        )
        {
            foreach (var finding in known.Among(context.ReportedDiagnostics, context.Options))
                context.ReportSuppression(Suppression.Create(ByRule[finding.Id], finding));
        }
    }
}

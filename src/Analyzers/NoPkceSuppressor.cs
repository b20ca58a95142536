using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers;

/// <summary>
/// Silences what the code excepts aloud, with a reason: such a finding is no warning, but stays a suppressed result in the
/// compiler's log (SARIF), where the reason is its property <c>excepted.reason</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoPkceSuppressor : DiagnosticSuppressor
{
    static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = NoPkceMarker.Rules.ToImmutableDictionary(
        rule => rule,
        rule => new SuppressionDescriptor(
            rule.Replace("PKCE", "PKCES"),
            rule,
            "The code says, with a reason, that this request goes without PKCE"
        )
    );

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
    [.. ByRule.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Properties.ContainsKey(NoPkceMarker.ReasonProperty))
                context.ReportSuppression(Suppression.Create(ByRule[diagnostic.Id], diagnostic));
        }
    }
}

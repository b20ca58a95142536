using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Writes the one response type for which the handler does PKCE.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE2003ResponseTypeFix)), Shared]
public sealed class PKCE2003ResponseTypeFix : SettingRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE2003"];

    private protected override string Title => "Use the response type code";
}

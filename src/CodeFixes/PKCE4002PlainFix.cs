using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Makes the server refuse the plain transformation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE4002PlainFix)), Shared]
public sealed class PKCE4002PlainFix : SettingRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE4002"];

    private protected override string Title => "Refuse plain";
}

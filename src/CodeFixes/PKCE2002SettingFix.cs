using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Adds the setting that switches PKCE on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE2002SettingFix)), Shared]
public sealed class PKCE2002SettingFix : SettingRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE2002"];

    private protected override string Title => "Switch PKCE on";
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Gives the setting that switches PKCE off the value that leaves it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE2001SettingFix)), Shared]
public sealed class PKCE2001SettingFix : SettingRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE2001"];

    private protected override string Title => "Switch PKCE on";
}

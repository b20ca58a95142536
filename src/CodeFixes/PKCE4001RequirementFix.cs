using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Makes the server require PKCE of the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE4001RequirementFix)), Shared]
public sealed class PKCE4001RequirementFix : SettingRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE4001"];

    private protected override string Title => "Require PKCE";
}

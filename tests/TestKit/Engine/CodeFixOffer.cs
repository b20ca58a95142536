using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A fix that a provider offers for a diagnostic.</summary>
sealed record CodeFixOffer(TextDocument Document, Diagnostic Diagnostic, CodeFixProvider Provider, CodeAction Action)
{
    public override string ToString() => $"'{Action.Title}' for {Diagnostic}";
}

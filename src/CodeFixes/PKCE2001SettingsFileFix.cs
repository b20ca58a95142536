using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Gives a key of a settings file (<c>appsettings.json</c>) the value that it should have; nothing else in the file
/// moves.</summary>
[
    ExportCodeFixProvider(
        LanguageNames.CSharp,
        Name = nameof(PKCE2001SettingsFileFix),
        DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
        DocumentExtensions = [".json"]
    ),
    Shared
]
public sealed class PKCE2001SettingsFileFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE2001", "PKCE2003", "PKCE4001", "PKCE4002"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SettingsFileFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.TextDocument.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ActionAsync(solution, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } action)
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>Null where none of <paramref name="diagnostics"/> can be repaired.</summary>
    internal static async Task<CodeAction?> ActionAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var changed = await RepairAsync(solution, diagnostics, cancellationToken).ConfigureAwait(false);
        return changed == solution ? null : ActionOf(changed, diagnostics[0].Id);
    }

    internal static CodeAction ActionOf(Solution changed, string id) =>
        CodeAction.Create(Title(id), _ => Task.FromResult(changed), nameof(PKCE2001SettingsFileFix));

    /// <summary>The solution after the repair of <paramref name="diagnostics"/>; the same where none of them can be repaired.</summary>
    internal static async Task<Solution> RepairAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var defects = new SettingsFileDefects(solution);
        var edits = new SettingsFileEdits();
        foreach (var diagnostic in diagnostics)
        {
            if (await defects.FindAsync(diagnostic, cancellationToken).ConfigureAwait(false) is { Edit: var (place, text) })
                edits.Add(place.GetLineSpan().Path, new TextChange(place.SourceSpan, text));
        }
        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    static string Title(string id) =>
        id switch
        {
            "PKCE2001" => "Switch PKCE on",
            "PKCE2003" => "Use the response type code",
            "PKCE4001" => "Require PKCE",
            _ => "Refuse plain",
        };
}

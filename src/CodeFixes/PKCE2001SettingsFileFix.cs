using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Plans;

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
            foreach (var isUnread in new[] { true, false })
            {
                var changed = await RepairAsync(solution, [diagnostic], isUnread, context.CancellationToken).ConfigureAwait(false);
                if (changed == solution)
                    continue;
                context.RegisterCodeFix(isUnread ? ActionOf(changed, diagnostic.Id) : RefusingActionOf(changed), diagnostic);
                break;
            }
        }
    }

    /// <summary>Null where none of <paramref name="diagnostics"/> can be repaired.</summary>
    /// <param name="isUnread">Whether a program chose the action, so that nobody has read its title.</param>
    internal static async Task<CodeAction?> ActionAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        bool isUnread,
        CancellationToken cancellationToken
    )
    {
        var changed = await RepairAsync(solution, diagnostics, isUnread, cancellationToken).ConfigureAwait(false);
        return changed == solution ? null : ActionOf(changed, diagnostics[0].Id);
    }

    internal static CodeAction ActionOf(Solution changed, string id) =>
        CodeAction.Create(Title(id), _ => Task.FromResult(changed), nameof(PKCE2001SettingsFileFix));

    static CodeAction RefusingActionOf(Solution changed) =>
        CodeAction.Create(ClientProofKeys.Requirement, _ => Task.FromResult(changed), $"{nameof(PKCE2001SettingsFileFix)}.Refusing");

    /// <summary>The solution after the repair of <paramref name="diagnostics"/>; the same where none of them can be repaired.</summary>
    /// <param name="isUnread">Whether nobody has read what the repair may break: then a server begins to require PKCE only of clients that
    /// are known to send it.</param>
    internal static async Task<Solution> RepairAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        bool isUnread,
        CancellationToken cancellationToken
    )
    {
        var defects = new SettingsFileDefects(solution);
        var clients = new ClientProofKeys(solution);
        var edits = new SettingsFileEdits();
        foreach (var diagnostic in diagnostics)
        {
            if (
                await defects.FindAsync(diagnostic, cancellationToken).ConfigureAwait(false) is { Edit: var (place, text) } finding
                && (
                    !isUnread
                    || !finding.Setting.RefusesOthers
                    || await clients.AreSentByAsync(finding.ClientId, cancellationToken).ConfigureAwait(false)
                )
            )
                edits.Add(place.GetLineSpan().Path, new TextChange(place.SourceSpan, text));
        }
        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The title of a repair that is only made where someone has read it; null where there is none.</summary>
    internal static async Task<string?> PartlyAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await new SettingsFileDefects(solution).FindAsync(diagnostic, cancellationToken).ConfigureAwait(false)
            is { Edit: not null, Setting.RefusesOthers: true }
            ? ClientProofKeys.Requirement
            : null;

    static string Title(string id) =>
        id switch
        {
            "PKCE2001" => "Switch PKCE on",
            "PKCE2003" => "Use the response type code",
            "PKCE4001" => "Require PKCE",
            _ => "Refuse plain",
        };
}

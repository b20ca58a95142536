using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Fix All as one plan over all diagnostics of the scope: merging repairs that were made apart garbles code
/// where two of them touch one class.</summary>
sealed class RepairFixAll : FixAllProvider
{
    public static readonly RepairFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeFixProvider is not RepairProvider provider)
            return null;
        var diagnostics = await DiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        // dotnet format fixes whole solutions, by the first action of any of the diagnostics.
        var isUnread = fixAllContext.Scope == FixAllScope.Solution;
        return await provider
            .FixAllAsync(
                fixAllContext.Solution,
                diagnostics,
                fixAllContext.CodeActionEquivalenceKey,
                isUnread,
                fixAllContext.CancellationToken
            )
            .ConfigureAwait(false);
    }

    static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return Ordered(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
            case FixAllScope.Project:
                return Ordered(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
            case FixAllScope.Solution:
                var all = new List<Diagnostic>();
                foreach (var project in context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
                    all.AddRange(Ordered(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
                return all;
            default:
                return [];
        }
    }

    // Names are given in the order of the diagnostics: the same for every run.
    static IReadOnlyList<Diagnostic> Ordered(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
}

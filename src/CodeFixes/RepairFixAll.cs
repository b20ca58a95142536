using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Fix All as one plan over all diagnostics of the scope: merging repairs that were made apart garbles code
/// where two of them touch one class.</summary>
sealed class RepairFixAll(params IReadOnlyList<FixAllScope> scopes) : FixAllProvider
{
    public static readonly RepairFixAll Instance = new(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    /// <summary>Not for a whole solution: <c>dotnet format</c> knows that scope alone. It would apply what someone has to read the title of, and
    /// then, having changed the solution, skip every other fix of the same rule.</summary>
    public static readonly RepairFixAll InEditor = new(FixAllScope.Document, FixAllScope.Project);

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeFixProvider is not RepairProvider provider)
            return null;
        var diagnostics = await DiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        return await provider.FixAllAsync(fixAllContext.Solution, diagnostics, fixAllContext.CodeActionEquivalenceKey, fixAllContext.CancellationToken).ConfigureAwait(false);
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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Fix All for settings files. Not in a document: Roslyn tells a provider none that is not C#.</summary>
sealed class SettingsFileFixAll : FixAllProvider
{
    public static readonly SettingsFileFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var projects = fixAllContext.Scope == FixAllScope.Project ? [fixAllContext.Project] : fixAllContext.Solution.Projects;
        var diagnostics = new List<Diagnostic>();
        foreach (var project in projects)
            diagnostics.AddRange(await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        // dotnet format fixes whole solutions, asks also where the findings lie in C# files alone, and calls it a failure where there is no
        // action.
        return await PKCE2001SettingsFileFix
                .ActionAsync(
                    fixAllContext.Solution,
                    diagnostics,
                    isUnread: fixAllContext.Scope == FixAllScope.Solution,
                    fixAllContext.CancellationToken
                )
                .ConfigureAwait(false)
            ?? (fixAllContext.Scope == FixAllScope.Solution ? PKCE2001SettingsFileFix.ActionOf(fixAllContext.Solution, "") : null);
    }
}

using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Fix All that leaves all as it is: of a fix that only a person can make. <c>dotnet format</c> warns of a fix that has
/// none.</summary>
sealed class NoFixAll : FixAllProvider
{
    public static readonly NoFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create("Change nothing", _ => Task.FromResult(fixAllContext.Solution), nameof(NoFixAll)));
}

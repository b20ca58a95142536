using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Asks code fix providers for the fix that a test wants.</summary>
/// <param name="index">Which of the actions offered for a diagnostic is wanted, where not the first.</param>
/// <param name="equivalenceKey">The key of the wanted action.</param>
sealed class CodeFixOffers(ImmutableArray<CodeFixProvider> providers, int? index, string? equivalenceKey, CancellationToken cancellationToken)
{
    /// <summary>Actions that were offered, but are not the wanted one.</summary>
    public HashSet<string> PassedOver { get; } = [];

    public bool IsFixable(Diagnostic diagnostic)
        => !diagnostic.IsSuppressed && providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));

    /// <summary>The wanted fix for the first diagnostic that has it.</summary>
    public async Task<CodeFixOffer?> FirstAsync(AnalyzedSolution analyzed, IVerifier verify)
    {
        foreach (var diagnostic in analyzed.Diagnostics.Where(IsFixable))
        {
            if (analyzed.DocumentOf(diagnostic) is not { } document)
                continue;

            foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = await RegisteredAsync(provider, document, diagnostic, verify);
                if (Choose(actions) is { } action)
                    return new CodeFixOffer(document, diagnostic, provider, action);
                PassedOver.UnionWith(actions.Select(action => $"'{action.Title}' (equivalence key {action.EquivalenceKey ?? "null"})"));
            }
        }

        return null;
    }

    async Task<List<CodeAction>> RegisteredAsync(CodeFixProvider provider, TextDocument document, Diagnostic diagnostic, IVerifier verify)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.AddRange(Leaves(action)), cancellationToken);
        await Guard.RunAsync(provider, async () =>
        {
            await provider.RegisterCodeFixesAsync(context);
            return actions;
        }, verify);
        return actions;
    }

    CodeAction? Choose(List<CodeAction> actions)
    {
        var candidates = index is { } wanted ? actions.Skip(wanted).Take(1) : actions;
        return candidates.FirstOrDefault(action => equivalenceKey is null || action.EquivalenceKey == equivalenceKey);
    }

    static IEnumerable<CodeAction> Leaves(CodeAction action)
        => action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Leaves);
}

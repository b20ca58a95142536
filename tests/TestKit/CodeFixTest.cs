using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Runs analyzers and code fixes: over each diagnostic by itself, and by Fix All in document, project and
/// solution, until no fix is offered any more.</summary>
/// <remarks>Numbers of iterations: positive is exact, negative at most, zero means that no fix is offered.</remarks>
public abstract class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected CodeFixTest()
    {
        FixedState = NewState();
        BatchFixedState = NewState();
    }

    /// <summary>Adds a source file as it is after the fixes. The same as before the fix: no fix is offered. Nothing:
    /// fixes are not tested.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    public SolutionState FixedState { get; }

    /// <summary>Adds a source file as it is after Fix All, where that differs from <see cref="FixedCode"/>.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    public SolutionState BatchFixedState { get; }

    /// <summary>By default at most one for each fixable diagnostic that goes.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>By default one for the solution.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    /// <summary>By default <see cref="NumberOfFixAllIterations"/>, or at most one for each document with fixable diagnostics.</summary>
    public int? NumberOfFixAllInDocumentIterations { get; set; }

    /// <summary>By default <see cref="NumberOfFixAllIterations"/>, or at most one for each project with fixable diagnostics.</summary>
    public int? NumberOfFixAllInProjectIterations { get; set; }

    /// <summary>Which of the actions that are offered for a diagnostic is applied; by default the first.</summary>
    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Checks each offered action before it is applied, its title for example.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    /// <summary>What a fix repairs is always looked at, even a warning of the compiler.</summary>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
        => base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics)
            || GetCodeFixProviders().Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var fixableIds = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();
        var before = await VerifyDiagnosticsAsync(ReadMarkup(TestState, fixableIds), "Diagnostics of test state", cancellationToken);
        if (FixedState.IsEmpty && BatchFixedState.IsEmpty)
            return;

        var fixedState = FixedState.Inherit(TestState, fixableIds);
        var afterFixes = await VerifyDiagnosticsAsync(ReadMarkup(fixedState, fixableIds), "Diagnostics of fixed state", cancellationToken);
        var afterFixAll = BatchFixedState.IsEmpty
            ? afterFixes
            : await VerifyDiagnosticsAsync(
                ReadMarkup(BatchFixedState.Inherit(fixedState, fixableIds), fixableIds), "Diagnostics of batch fixed state", cancellationToken);
        await VerifyFixesAsync(before, afterFixes, afterFixAll, cancellationToken);
    }

    async Task VerifyFixesAsync(AnalyzedSolution before, AnalyzedSolution afterFixes, AnalyzedSolution afterFixAll, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeFixProvider> providers = [.. GetCodeFixProviders()];
        var offers = new CodeFixOffers(providers, CodeActionIndex, CodeActionEquivalenceKey, cancellationToken);
        var runner = new CodeFixRunner(
            offers, CodeActionValidationMode, (solution, verify) => AnalyzeAsync(solution, verify, cancellationToken), cancellationToken);
        await runner.KnowAsync(before);
        await runner.KnowAsync(afterFixes);
        await runner.KnowAsync(afterFixAll);

        var fixable = before.Diagnostics.Where(offers.IsFixable).ToList();
        var none = await runner.HaveSameFilesAsync(before, afterFixes);
        var onlyOnce = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne);
        await runner.RunAsync(
            before, afterFixes, NumberOfIncrementalIterations ?? (none ? 0 : -Going(fixable, afterFixes)), onlyOnce, ApplyAsync,
            Verify.PushContext("Fixes applied one by one"));
        if (onlyOnce)
            return;

        var noneInAll = await runner.HaveSameFilesAsync(before, afterFixAll);
        await FixAllAsync(FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck,
            NumberOfFixAllInDocumentIterations, -fixable.Select(before.DocumentOf).Distinct().Count());
        await FixAllAsync(FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck,
            NumberOfFixAllInProjectIterations, -fixable.Select(diagnostic => before.DocumentOf(diagnostic)?.Project).Distinct().Count());
        await FixAllAsync(FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck, NumberOfFixAllIterations, 1);

        async Task FixAllAsync(FixAllScope scope, CodeFixTestBehaviors skip, int? iterations, int byDefault)
        {
            if (CodeFixTestBehaviors.HasFlag(skip) || !providers.All(provider => Supports(provider, scope)))
                return;

            var verify = Verify.PushContext($"Fix All in {scope}");
            await runner.RunAsync(
                before, afterFixAll, iterations ?? NumberOfFixAllIterations ?? (noneInAll ? 0 : byDefault), onlyOnce: false,
                (offer, current) => FixAllActionAsync(offer, current, scope, verify, cancellationToken), verify);
        }
    }

    /// <summary>How many of the fixable diagnostics are gone after the fixes, but at least one.</summary>
    static int Going(List<Diagnostic> fixable, AnalyzedSolution after)
        => Math.Max(1, fixable.CountBy(diagnostic => diagnostic.Id)
            .Sum(before => Math.Max(0, before.Value - after.Diagnostics.Count(diagnostic => diagnostic.Id == before.Key))));

    Task<CodeAction> ApplyAsync(CodeFixOffer offer, AnalyzedSolution current)
    {
        CodeActionVerifier?.Invoke(offer.Action, Verify);
        return Task.FromResult(offer.Action);
    }

    static bool Supports(CodeFixProvider provider, FixAllScope scope)
        => provider.GetFixAllProvider() is { } fixAll && fixAll.GetSupportedFixAllScopes().Contains(scope);

    static async Task<CodeAction> FixAllActionAsync(
        CodeFixOffer offer, AnalyzedSolution current, FixAllScope scope, IVerifier verify, CancellationToken cancellationToken)
    {
        var ids = offer.Provider.FixableDiagnosticIds;
        var diagnostics = new FixAllDiagnosticProvider(current);
        // Nothing public makes a context for Fix All in an additional file by itself.
        if (offer.Document is not Document && scope == FixAllScope.Document)
            return offer.Action;

        var context = offer.Document is Document document
            ? new FixAllContext(document, offer.Provider, scope, offer.Action.EquivalenceKey, ids, diagnostics, cancellationToken)
            : new FixAllContext(offer.Document.Project, offer.Provider, scope, offer.Action.EquivalenceKey, ids, diagnostics, cancellationToken);
        var action = await Guard.RunAsync(offer.Provider, () => offer.Provider.GetFixAllProvider()!.GetFixAsync(context), verify);
        if (action is null)
            verify.Fail($"Fix All offers nothing, though there is {offer}");
        return action!;
    }
}

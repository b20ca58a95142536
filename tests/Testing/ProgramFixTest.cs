using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace PkceAnalyzers.Testing;

/// <summary>A test of a fix over whole programs: analysed in every way in which analyzers are run, fixed one by one and by Fix All, and then
/// offered nothing more.</summary>
public class ProgramFixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    readonly AnalysisModes _modes = new();

    public ProgramFixTest()
    {
        ReferenceAssemblies = ProgramStates.NoReferenceAssemblies;
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        DiagnosticVerifier = ProgramStates.VerifySuppression;
    }

    protected ImmutableArray<string> FixableIds => new TFix().FixableDiagnosticIds;

    protected override ParseOptions CreateParseOptions() => ProgramStates.ParseOptions;

    // All tests share the services of one host, which takes longer to compose than most tests run.
    protected override Task<Workspace> CreateWorkspaceImplAsync() => Task.FromResult<Workspace>(new AdhocWorkspace());

    protected override async Task<Project> CreateProjectImplAsync(
        EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken) =>
        ProgramStates.WithFramework(await base.CreateProjectImplAsync(primaryProject, additionalProjects, cancellationToken));

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        ProgramStates.AddConfiguration(TestState, FixedState, BatchFixedState);
        var test = Evaluate(TestState, null);
        TestState.OutputKind = test.OutputKind = ProgramStates.OutputKindOf(test, CreateParseOptions());
        // What a fix leaves is marked as before.
        foreach (var state in new[] { FixedState, BatchFixedState }.Where(state => state.Sources.Count > 0 || state.AdditionalFiles.Count > 0))
            state.MarkupHandling ??= MarkupMode.Allow;
        if (ProgramRecorder.IsRecording)
        {
            await ProgramRecorder.AddAsync(test, state => CreateProjectAsync(state, cancellationToken));
            return;
        }
        await VerifyFixesAsync(test, cancellationToken);
        if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            return;
        var fixedState = FixedState.WithInheritedValuesApplied(TestState, FixableIds);
        await VerifyNothingLeftAsync(Evaluate(FixedState, TestState), cancellationToken);
        await VerifyNothingLeftAsync(Evaluate(BatchFixedState, fixedState), cancellationToken);
    }

    protected virtual Task VerifyFixesAsync(SolutionState test, CancellationToken cancellationToken) => base.RunImplAsync(cancellationToken);

    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(
        Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        await _modes.VerifyAsync(project, [.. GetDiagnosticAnalyzers()], GetAnalyzerOptions(project), verifier, cancellationToken);
        return await base.GetProjectCompilationAsync(project, verifier, cancellationToken);
    }

    protected SolutionState Evaluate(SolutionState state, SolutionState? before) =>
        ProgramStates.Evaluate(state, before, MarkupOptions, GetDiagnosticAnalyzers(), FixableIds, DefaultFilePath);

    protected Task<Project> CreateProjectAsync(SolutionState state, CancellationToken cancellationToken) => CreateProjectAsync(
        new EvaluatedProjectState(state, ReferenceAssemblies), ProgramStates.AdditionalProjects(state, ReferenceAssemblies), cancellationToken);

    /// <summary>The action that the test is about, for the first finding that it is offered for.</summary>
    protected async Task<(Diagnostic Finding, TextDocument Document, CodeAction Action)?> FirstOfferAsync(Solution solution, CancellationToken cancellationToken)
    {
        var findings = await GetSortedDiagnosticsAsync(solution, [.. GetDiagnosticAnalyzers()], [], CompilerDiagnostics, Verify, cancellationToken);
        foreach (var (project, finding) in findings.Where(finding => FixableIds.Contains(finding.diagnostic.Id)))
        {
            var actions = ImmutableArray.CreateBuilder<CodeAction>();
            if (DocumentOf(project, finding) is not { } document)
                continue;
            await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), cancellationToken));
            if (TryGetCodeActionToApply(1, FilterCodeActions(actions.ToImmutable()), CodeActionIndex, CodeActionEquivalenceKey, null, Verify) is { } action)
                return (finding, document, action);
        }
        return null;
    }

    static TextDocument? DocumentOf(Project project, Diagnostic finding) => finding.Location.IsInSource
        ? project.GetDocument(finding.Location.SourceTree)
        : project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == finding.Location.GetLineSpan().Path);

    async Task VerifyNothingLeftAsync(SolutionState state, CancellationToken cancellationToken)
    {
        if (!state.ExpectedDiagnostics.Any(expected => FixableIds.Contains(expected.Id)))
            return;
        if (await FirstOfferAsync((await CreateProjectAsync(state, cancellationToken)).Solution, cancellationToken) is var (finding, _, action))
            Verify.Fail($"'{action.Title}' is offered again where all is fixed, for {finding}");
    }
}

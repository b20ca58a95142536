using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace PkceAnalyzers.Testing;

/// <summary>A test of an analyzer over whole programs, analysed in every way in which analyzers are run.</summary>
public class ProgramTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    readonly AnalysisModes _modes = new();

    public ProgramTest()
    {
        ReferenceAssemblies = ProgramStates.NoReferenceAssemblies;
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        DiagnosticVerifier = ProgramStates.VerifySuppression;
    }

    protected override ParseOptions CreateParseOptions() => ProgramStates.ParseOptions;

    // All tests share the services of one host, which takes longer to compose than most tests run.
    protected override Task<Workspace> CreateWorkspaceImplAsync() => Task.FromResult<Workspace>(new AdhocWorkspace());

    protected override async Task<Project> CreateProjectImplAsync(
        EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken) =>
        ProgramStates.WithFramework(await base.CreateProjectImplAsync(primaryProject, additionalProjects, cancellationToken));

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        ProgramStates.AddConfiguration(TestState);
        var state = ProgramStates.Evaluate(TestState, null, MarkupOptions, GetDiagnosticAnalyzers(), [], DefaultFilePath);
        TestState.OutputKind = state.OutputKind = ProgramStates.OutputKindOf(state, CreateParseOptions());
        await (ProgramRecorder.IsRecording ? RecordAsync(state, cancellationToken) : base.RunImplAsync(cancellationToken));
    }

    Task RecordAsync(SolutionState test, CancellationToken cancellationToken) => ProgramRecorder.AddAsync(test, state => CreateProjectAsync(
        new EvaluatedProjectState(state, ReferenceAssemblies), ProgramStates.AdditionalProjects(state, ReferenceAssemblies), cancellationToken));

    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(
        Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        await _modes.VerifyAsync(project, [.. GetDiagnosticAnalyzers()], GetAnalyzerOptions(project), verifier, cancellationToken);
        return await base.GetProjectCompilationAsync(project, verifier, cancellationToken);
    }
}

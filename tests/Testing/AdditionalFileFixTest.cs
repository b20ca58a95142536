using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace PkceAnalyzers.Testing;

/// <summary>A test of a fix of findings in additional files, which <see cref="CodeFixTest{TVerifier}"/> passes over.</summary>
public class AdditionalFileFixTest<TAnalyzer, TFix> : ProgramFixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Whether Fix All of a solution, whose title nobody may have read, makes the repairs as well; else it has to leave all as it
    /// is.</summary>
    public bool IsForSolutions { get; init; } = true;

    protected override async Task VerifyFixesAsync(SolutionState test, CancellationToken cancellationToken)
    {
        var fixedState = Evaluate(FixedState, TestState);
        await VerifyDiagnosticsAsync(test, "Diagnostics of test state", cancellationToken);
        await VerifyDiagnosticsAsync(fixedState, "Diagnostics of fixed state", cancellationToken);

        var before = (await CreateProjectAsync(test, cancellationToken)).Solution;
        var after = (await CreateProjectAsync(fixedState, cancellationToken)).Solution;
        var fixable = test.ExpectedDiagnostics.Count(expected => FixableIds.Contains(expected.Id));
        await VerifyAsync(before, after, fixable, (_, _, action) => Task.FromResult<CodeAction?>(action), "Fixes applied one by one", cancellationToken);
        foreach (var scope in (FixAllScope[])[FixAllScope.Project, FixAllScope.Solution])
        {
            if (scope == FixAllScope.Solution && !IsForSolutions)
            {
                await VerifyLeftAsync(before, cancellationToken);
                continue;
            }
            var iterations = scope == FixAllScope.Solution ? 1 : before.ProjectIds.Count;
            await VerifyAsync(before, after, iterations, (document, finding, action) => FixAllAsync(document, action, scope, cancellationToken), $"Fix All in {scope}", cancellationToken);
        }
    }

    Task VerifyDiagnosticsAsync(SolutionState state, string context, CancellationToken cancellationToken) => VerifyDiagnosticsAsync(
        new EvaluatedProjectState(state, ReferenceAssemblies), ProgramStates.AdditionalProjects(state, ReferenceAssemblies),
        [.. state.ExpectedDiagnostics], Verify.PushContext(context), cancellationToken);

    async Task VerifyAsync(
        Solution before, Solution expected, int iterations, Func<TextDocument, Diagnostic, CodeAction, Task<CodeAction?>> choose, string context,
        CancellationToken cancellationToken)
    {
        var (verify, current, applied) = (Verify.PushContext(context), before, 0);
        while (await FirstOfferAsync(current, cancellationToken) is var (finding, document, offered))
        {
            verify.True(applied++ < iterations, $"'{offered.Title}' is offered for {finding} after {iterations} applications, as many as are expected");
            var action = await choose(document, finding, offered);
            var operations = await action!.GetOperationsAsync(cancellationToken);
            current = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        }
        foreach (var document in expected.Projects.SelectMany(project => project.AdditionalDocuments))
        {
            var actual = current.Projects.Single(project => project.Name == document.Project.Name)
                .AdditionalDocuments.Single(other => other.FilePath == document.FilePath);
            verify.EqualOrDiff(
                (await document.GetTextAsync(cancellationToken)).ToString(), (await actual.GetTextAsync(cancellationToken)).ToString(), document.FilePath);
        }
    }

    async Task VerifyLeftAsync(Solution before, CancellationToken cancellationToken)
    {
        var (_, document, offered) = (await FirstOfferAsync(before, cancellationToken))!.Value;
        var action = await FixAllAsync(document, offered, FixAllScope.Solution, cancellationToken);
        var operations = await action!.GetOperationsAsync(cancellationToken);
        var after = operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? before;
        Verify.PushContext("Fix All in Solution").Empty("changed projects", after.GetChanges(before).GetProjectChanges());
    }

    async Task<CodeAction?> FixAllAsync(TextDocument document, CodeAction action, FixAllScope scope, CancellationToken cancellationToken)
    {
        var provider = new TFix();
        var context = new FixAllContext(
            document.Project, provider, scope, action.EquivalenceKey, provider.FixableDiagnosticIds, new Findings(this), cancellationToken);
        return await provider.GetFixAllProvider()!.GetFixAsync(context);
    }

    sealed class Findings(AdditionalFileFixTest<TAnalyzer, TFix> test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var findings = await test.GetSortedDiagnosticsAsync(
                project.Solution, [.. test.GetDiagnosticAnalyzers()], [], test.CompilerDiagnostics, Verify, cancellationToken);
            return findings.Where(finding => finding.project.Id == project.Id).Select(finding => finding.diagnostic);
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(finding => finding.Location.GetLineSpan().Path == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(project, cancellationToken)).Where(finding => !finding.Location.IsInSource);
    }
}

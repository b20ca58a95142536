using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary><c>dotnet format</c> asks the fixes of every rule that reports anything, and calls it a failure where one "didn't return a Fix All action".</summary>
public sealed class FixAllOfNothingTests
{
    public static TheoryData<Type> Fixes => [.. typeof(RepairProvider).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))];

    [Theory, MemberData(nameof(Fixes))]
    public async Task In_a_whole_solution_it_is_an_action_that_changes_nothing(Type fix)
    {
        var cancellation = TestContext.Current.CancellationToken;
        // Its finding has no sound repair, and is none of a settings file.
        var program = await TestProgram.OfAsync("Nothing", OutputKind.DynamicallyLinkedLibrary, ("/Login.cs", """
            public static class Login
            {
                public static string Url(string client) => $"https://as.example/authorize?response_type=code&client_id={client}";
            }
            """));
        var analyzed = await AnalyzedProgram.OfAsync(program.Solution, cancellation);
        Assert.NotEmpty(analyzed.Findings);
        var provider = (CodeFixProvider)Activator.CreateInstance(fix)!;
        var context = new FixAllContext(
            program.Solution.Projects.Single().Documents.Single(), provider, FixAllScope.Solution, provider.GetType().Name, provider.FixableDiagnosticIds, analyzed, cancellation);

        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);

        Assert.NotNull(action);
        var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(cancellation))).ChangedSolution;
        Assert.Empty(changed.GetChanges(program.Solution).GetProjectChanges());
    }
}

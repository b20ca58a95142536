using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class FixAllTests
{
    [Fact]
    public Task Fix_All_over_files_and_projects_passes() => Everywhere<RenameFix>().RunAsync();

    [Theory]
    [InlineData(FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck)]
    [InlineData(FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck)]
    [InlineData(FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck)]
    public async Task Other_result_of_Fix_All_fails_unless_skipped(FixAllScope scope, CodeFixTestBehaviors skip)
    {
        var message = await TestFailure.OfAsync(WrongIn(scope));
        Assert.StartsWith($"Fix All in {scope}: /0/Test0.cs is not as expected", message);
        Assert.Contains("wrong", message);

        var test = WrongIn(scope);
        test.CodeFixTestBehaviors = skip;
        await test.RunAsync();

        test = WrongIn(scope);
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
        await test.RunAsync();
    }

    [Fact]
    public Task Other_result_of_Fix_All_passes_where_it_is_expected()
    {
        var test = new BadNameFixTest<WrongEverywhere>
        {
            TestCode = "class C { int [|bad|]; }",
            FixedCode = "class C { int good; }",
            BatchFixedCode = "class C { int wrong; }",
        };
        return test.RunAsync();
    }

    [Fact]
    public async Task Same_result_of_Fix_All_fails_where_another_is_expected()
    {
        var test = new BadNameFixTest<RenameFix>
        {
            TestCode = "class C { int [|bad|]; }",
            FixedCode = "class C { int good; }",
            BatchFixedCode = "class C { int wrong; }",
        };

        Assert.StartsWith("Fix All in Document: ", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Compile_error_after_Fix_All_fails()
    {
        var test = new BadNameFixTest<WrongEverywhere>
        {
            TestCode = "class C { int [|bad|]; }",
            FixedCode = "class C { int good; }",
            BatchFixedCode = "class C { Missing wrong; }",
        };

        Assert.StartsWith("Diagnostics of batch fixed state: ", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Fix_All_that_needs_a_second_application_fails_unless_expected()
    {
        var message = await TestFailure.OfAsync(Test<FixesOneOnly>("class C { int [|bad|], [|badly|]; }", "class C { int good, goodly; }"));
        Assert.StartsWith("Fix All in Document: ", message);

        var test = Test<FixesOneOnly>("class C { int [|bad|], [|badly|]; }", "class C { int good, goodly; }");
        test.NumberOfFixAllIterations = 2;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fix_All_in_the_solution_is_applied_once_by_default()
    {
        var test = Test<FixesOneOnly>("class C { int [|bad|], [|badly|]; }", "class C { int good, goodly; }");
        (test.NumberOfFixAllInDocumentIterations, test.NumberOfFixAllInProjectIterations) = (2, 2);

        Assert.StartsWith("Fix All in Solution: ", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Iterations_of_each_scope_can_be_given()
    {
        var test = Everywhere<RenameFix>();
        (test.NumberOfFixAllInDocumentIterations, test.NumberOfFixAllInProjectIterations, test.NumberOfFixAllIterations) = (3, 2, 1);
        await test.RunAsync();

        (test.NumberOfFixAllInDocumentIterations, test.NumberOfFixAllInProjectIterations) = (4, 2);
        Assert.StartsWith("Fix All in Document: 4 applications", await TestFailure.OfAsync(test));

        (test.NumberOfFixAllInDocumentIterations, test.NumberOfFixAllInProjectIterations) = (3, 3);
        Assert.StartsWith("Fix All in Project: 3 applications", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Fix_All_that_offers_nothing_fails()
        => Assert.Contains("Fix All in Document: Fix All offers nothing, though there is 'Rename'", await TestFailure.OfAsync(
            Test<OffersNothing>("class C { int [|bad|]; }", "class C { int good; }")));

    [Fact]
    public async Task Exception_in_Fix_All_fails()
        => Assert.Contains("the fix's own message", await TestFailure.OfAsync(Test<Throws>("class C { int [|bad|]; }", "class C { int good; }")));

    [Fact]
    public Task Provider_without_Fix_All_passes() => Test<HasNoFixAll>("class C { int [|bad|]; }", "class C { int good; }").RunAsync();

    [Fact]
    public Task Suppressed_diagnostics_are_not_fixed()
        => Test<RenameFix>(
            "class C\n{\n    int [|bad|];\n#pragma warning disable T001\n    int badly;\n}",
            "class C\n{\n    int good;\n#pragma warning disable T001\n    int badly;\n}").RunAsync();

    static BadNameFixTest<TCodeFix> Test<TCodeFix>(string code, string fixedCode)
        where TCodeFix : CodeFixProvider, new()
        => new() { TestCode = code, FixedCode = fixedCode };

    /// <summary>Two files in one project, a third in another one.</summary>
    static BadNameFixTest<TCodeFix> Everywhere<TCodeFix>()
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new BadNameFixTest<TCodeFix>
        {
            TestState = { Sources = { "class C { int [|bad|], [|badly|]; }", "class D { int [|bad|]; }", "class E;" } },
            FixedState = { Sources = { "class C { int good, goodly; }", "class D { int good; }", "class E;" } },
        };
        test.TestState.AdditionalProjects["Library"].Sources.Add("class C { int [|bad|]; }");
        test.FixedState.AdditionalProjects["Library"].Sources.Add("class C { int good; }");
        return test;
    }

    static CodeFixTest<DefaultVerifier> WrongIn(FixAllScope scope)
    {
        const string code = "class C { int [|bad|]; }";
        const string fixedCode = "class C { int good; }";
        return scope switch
        {
            FixAllScope.Document => Test<WrongInDocument>(code, fixedCode),
            FixAllScope.Project => Test<WrongInProject>(code, fixedCode),
            _ => Test<WrongInSolution>(code, fixedCode),
        };
    }

    /// <summary>A fix whose Fix All is written by hand.</summary>
    abstract class OwnFixAll : RenameFix
    {
        public override FixAllProvider GetFixAllProvider() => new Provider(this);

        protected abstract CodeAction? FixAll(FixAllContext context);

        /// <summary>Renames what the rule reports in the document that Fix All began with.</summary>
        protected static CodeAction RenameAll(FixAllContext context, string? newName = null, int count = int.MaxValue)
            => CodeAction.Create("All", async cancellationToken =>
            {
                var document = context.Document!;
                var diagnostics = await context.GetDocumentDiagnosticsAsync(document);
                var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
                var names = diagnostics.Take(count).Select(diagnostic => root.FindToken(diagnostic.Location.SourceSpan.Start));
                return document.WithSyntaxRoot(root.ReplaceTokens(
                    names, (name, _) => Rename(name, newName ?? "good" + name.ValueText["bad".Length..])));
            });

        sealed class Provider(OwnFixAll fix) : FixAllProvider
        {
            public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

            public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult(fix.FixAll(fixAllContext));
        }
    }

    abstract class WrongInScope(FixAllScope scope) : OwnFixAll
    {
        protected override CodeAction? FixAll(FixAllContext context) => RenameAll(context, context.Scope == scope ? "wrong" : null);
    }

    sealed class WrongInDocument() : WrongInScope(FixAllScope.Document);

    sealed class WrongInProject() : WrongInScope(FixAllScope.Project);

    sealed class WrongInSolution() : WrongInScope(FixAllScope.Solution);

    sealed class WrongEverywhere : OwnFixAll
    {
        protected override CodeAction? FixAll(FixAllContext context) => RenameAll(context, "wrong");
    }

    sealed class FixesOneOnly : OwnFixAll
    {
        protected override CodeAction? FixAll(FixAllContext context) => RenameAll(context, count: 1);
    }

    sealed class OffersNothing : OwnFixAll
    {
        protected override CodeAction? FixAll(FixAllContext context) => null;
    }

    sealed class Throws : OwnFixAll
    {
        protected override CodeAction? FixAll(FixAllContext context) => throw new InvalidOperationException("the fix's own message");
    }

    sealed class HasNoFixAll : RenameFix
    {
        public override FixAllProvider? GetFixAllProvider() => null;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class CodeFixTests
{
    [Fact]
    public Task Correct_fix_passes()
        => CSharpCodeFixVerifier<BadNameAnalyzer, RenameFix, DefaultVerifier>.VerifyCodeFixAsync(
            "class C { int [|bad|], [|badly|]; }", "class C { int good, goodly; }");

    [Fact]
    public Task Diagnostics_of_a_fix_test_may_be_given()
        => CSharpCodeFixVerifier<BadNameAnalyzer, RenameFix, DefaultVerifier>.VerifyCodeFixAsync(
            "class C { int bad; }",
            new DiagnosticResult(Rule.BadName).WithLocation(1, 15).WithArguments("bad"),
            "class C { int good; }");

    [Fact]
    public Task Fixes_are_not_tested_without_fixed_code() => Test<Throws>("class C { int [|bad|]; }", null).RunAsync();

    [Fact]
    public async Task Compile_error_before_the_fix_fails()
    {
        var message = await TestFailure.OfAsync(Test<RenameFix>("class C { Missing [|bad|]; }", "class C { Missing good; }"));

        Assert.StartsWith("Diagnostics of test state: ", message);
        Assert.Contains("error CS0246", message);
    }

    [Fact]
    public async Task Compile_error_after_the_fix_fails()
    {
        var message = await TestFailure.OfAsync(Test<RenamesToKeyword>("class C { int [|bad|]; }", "class C { int class; }"));

        Assert.StartsWith("Diagnostics of fixed state: ", message);
        Assert.Contains("error CS", message);
    }

    [Fact]
    public Task Marked_compile_errors_pass()
        => Test<RenameFix>("class C { {|CS0246:Missing|} [|bad|]; }", "class C { {|CS0246:Missing|} good; }").RunAsync();

    [Fact]
    public Task Expected_compile_error_stays_after_the_fix()
    {
        var test = Test<RenameFix>("class C { Missing [|bad|]; }", "class C { Missing good; }");
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerError("CS0246").WithLocation(1, 11));
        return test.RunAsync();
    }

    [Fact]
    public async Task Nothing_is_expected_of_an_explicit_fixed_state()
    {
        var test = Test<RenameFix>("class C { Missing [|bad|]; }", "class C { Missing good; }");
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerError("CS0246").WithLocation(1, 11));
        test.FixedState.InheritanceMode = StateInheritanceMode.Explicit;

        Assert.Contains("Diagnostics of fixed state: 0 of 0 expected", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Diagnostic_left_by_the_fix_fails()
    {
        var message = await TestFailure.OfAsync(Test<AppendsX>("class C { int [|bad|]; }", "class C { int badX; }"));

        Assert.StartsWith("Diagnostics of fixed state: 0 of 0 expected diagnostics not reported, 1 reported that are not expected", message);
    }

    [Fact]
    public async Task Fix_that_is_offered_again_fails()
    {
        var message = await TestFailure.OfAsync(Test<AppendsX>("class C { int [|bad|]; }", "class C { int [|badX|]; }"));

        Assert.Contains("the fix is not stable: after 1 application(s), as many as are expected, it is offered again: 'Rename'", message);
    }

    [Fact]
    public Task Marked_diagnostic_without_fix_may_stay_after_the_fix()
        => Test<LeavesFields>(
            "class C { int [|bad|]; void M() { int [|bad|] = 0; } }", "class C { int [|bad|]; void M() { int good = 0; } }").RunAsync();

    [Fact]
    public async Task Exception_while_a_fix_is_registered_fails()
    {
        var message = await TestFailure.OfAsync(Test<Throws>("class C { int [|bad|]; }", "class C { int good; }"));

        Assert.Contains("CodeFixTests+Throws threw:", message);
        Assert.Contains("the fix's own message", message);
    }

    [Fact]
    public async Task Exception_while_a_fix_is_applied_fails()
    {
        var message = await TestFailure.OfAsync(Test<ThrowsLater>("class C { int [|bad|]; }", "class C { int good; }"));

        Assert.Contains("CodeFixTests+ThrowsLater threw:", message);
        Assert.Contains("the fix's own message", message);
    }

    [Fact]
    public async Task Exception_in_an_analyzer_after_the_fix_fails()
    {
        var test = new CSharpCodeFixTest<ThrowsAtGood, RenameFix, DefaultVerifier> { TestCode = "class C { int [|bad|]; }", FixedCode = "class C { int fine; }" };

        Assert.Contains("threw (AD0001)", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Other_code_than_expected_fails()
    {
        var message = await TestFailure.OfAsync(Test<RenameFix>("class C\n{\n    int [|bad|];\n}\n", "class C\n{\n    int fine;\n}\n"));

        Assert.Equal(
            """
            Fixes applied one by one: /0/Test0.cs is not as expected (- expected, + actual):
                class C
                {
              -     int fine;\n
              +     int good;\n
                }
            """, message.TrimEnd(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Lost_comment_fails()
        => Assert.Contains("  + class C { int good; }", await TestFailure.OfAsync(
            Test<LosesTrivia>("class C { int [|bad|] /* why */; }", "class C { int good /* why */; }")));

    [Fact]
    public async Task Other_white_space_fails()
        => Assert.Contains("  - class C { int good; }··", await TestFailure.OfAsync(
            Test<RenameFix>("class C { int [|bad|]; }", "class C { int good; }  ")));

    [Fact]
    public async Task Other_line_ending_fails()
        => Assert.Contains("\\r\\n", await TestFailure.OfAsync(
            Test<RenameFix>("class C\n{ int [|bad|]; }", "class C\r\n{ int good; }")));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task Lines_that_a_fix_makes_end_like_those_of_the_code(string end)
        => Test<AddsMember>($"class C{end}{{{end}    int [|bad|];{end}}}", $"class C{end}{{{end}    int good;{end}    int other;{end}}}").RunAsync();

    [Fact]
    public async Task Fix_offered_where_none_is_expected_fails()
        => Assert.Contains("a fix is offered where none is expected: 'Rename'", await TestFailure.OfAsync(
            Test<RenameFix>("class C { int [|bad|]; }", "class C { int [|bad|]; }")));

    [Fact]
    public Task No_fix_offered_where_none_is_expected_passes()
        => Test<LeavesFields>("class C { int [|bad|]; }", "class C { int [|bad|]; }").RunAsync();

    [Fact]
    public Task Diagnostics_given_for_code_without_fix_are_expected_after_it_too()
        => CSharpCodeFixVerifier<BadNameAnalyzer, LeavesFields, DefaultVerifier>.VerifyCodeFixAsync(
            "class C { int bad; }",
            new DiagnosticResult(Rule.BadName).WithLocation(1, 15).WithArguments("bad"),
            "class C { int bad; }");

    [Fact]
    public async Task Fix_that_changes_nothing_fails()
    {
        var test = Test<ChangesNothing>("class C { int [|bad|]; }", "class C { int [|bad|]; }");
        test.NumberOfIncrementalIterations = 1;

        Assert.Contains("a fix is offered that changes nothing: 'Rename'", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Fix_of_a_suppressed_diagnostic_is_not_applied()
    {
        const string code = "class C\n{\n#pragma warning disable T001\n    int bad;\n}";
        await Test<RenameFix>(code, code).RunAsync();
    }

    [Fact]
    public async Task Tree_of_other_nodes_than_its_text_fails()
    {
        var test = Test<MalformsTree>("class C { int [|bad|]; }", "class C { int good = 1; }");
        Assert.Contains("the fix made a tree of other nodes than its text parses to", await TestFailure.OfAsync(test));

        test = Test<MalformsTree>("class C { int [|bad|]; }", "class C { int good = 1; }");
        test.CodeActionValidationMode = CodeActionValidationMode.None;
        await test.RunAsync();
    }

    [Fact]
    public async Task Tree_of_other_trivia_than_its_text_fails_when_asked_for()
    {
        await Test<MalformsTrivia>("class C { int [|bad|]; }", "class C { int good ; }").RunAsync();

        var test = Test<MalformsTrivia>("class C { int [|bad|]; }", "class C { int good ; }");
        test.CodeActionValidationMode = CodeActionValidationMode.Full;
        Assert.Contains("the fix made a tree of other nodes than its text parses to", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Action_that_does_not_change_the_solution_fails()
        => Assert.Contains("'Rename' does not change the solution", await TestFailure.OfAsync(
            Test<HasNoOperation>("class C { int [|bad|]; }", "class C { int good; }")));

    [Fact]
    public Task Compiler_warning_can_be_fixed()
        => Test<FixesUnusedVariable>("class C { void M() { int {|CS0168:unused|}; } }", "class C { void M() { int good = 0; _ = good; } }").RunAsync();

    static BadNameFixTest<TCodeFix> Test<TCodeFix>(string code, string? fixedCode)
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new BadNameFixTest<TCodeFix> { TestCode = code };
        if (fixedCode is not null)
            test.FixedCode = fixedCode;
        return test;
    }

    sealed class Throws : RenameFix
    {
        public override Task RegisterCodeFixesAsync(CodeFixContext context) => throw new InvalidOperationException("the fix's own message");
    }

    sealed class ThrowsLater : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => throw new InvalidOperationException("the fix's own message");
    }

    sealed class ThrowsAtGood : BadNameAnalyzer
    {
        protected override bool IsBad(string name, Microsoft.CodeAnalysis.Diagnostics.SyntaxNodeAnalysisContext context)
            => name != "good" ? base.IsBad(name, context) : throw new InvalidOperationException("the analyzer's own message");
    }

    sealed class RenamesToKeyword : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => Rename(name, "class");
    }

    sealed class AppendsX : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => Rename(name, name.ValueText + "X");
    }

    sealed class LosesTrivia : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => SyntaxFactory.Identifier("good");
    }

    sealed class ChangesNothing : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => Rename(name, name.ValueText);
    }

    sealed class MalformsTree : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => Rename(name, "good = 1");
    }

    sealed class MalformsTrivia : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name)
            => SyntaxFactory.Identifier("good").WithLeadingTrivia(name.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Comment(" "));
    }

    sealed class LeavesFields : RenameFix
    {
        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
            if (root.FindNode(context.Span).FirstAncestorOrSelf<FieldDeclarationSyntax>() is null)
                await base.RegisterCodeFixesAsync(context);
        }
    }

    sealed class AddsMember : RenameFix
    {
        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var diagnostic = context.Diagnostics[0];
            context.RegisterCodeFix(CodeAction.Create("Add", cancellationToken => AddAsync(context.Document, diagnostic, cancellationToken), "Add"), diagnostic);
            return Task.CompletedTask;
        }

        async Task<Document> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        {
            var renamed = await FixAsync(document, diagnostic, cancellationToken);
            var root = (await renamed.GetSyntaxRootAsync(cancellationToken))!;
            var type = root.DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
            var member = SyntaxFactory.ParseMemberDeclaration("int other;")!.WithTrailingTrivia(SyntaxFactory.ElasticMarker);
            return renamed.WithSyntaxRoot(root.ReplaceNode(type, type.AddMembers(member).WithAdditionalAnnotations(Formatter.Annotation)));
        }
    }

    sealed class HasNoOperation : RenameFix
    {
        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(new EmptyAction(), context.Diagnostics);
            return Task.CompletedTask;
        }

        sealed class EmptyAction : CodeAction
        {
            public override string Title => "Rename";

            public override string EquivalenceKey => "Rename";

            protected override Task<IEnumerable<CodeActionOperation>> ComputeOperationsAsync(CancellationToken cancellationToken)
                => Task.FromResult<IEnumerable<CodeActionOperation>>([]);
        }
    }

    sealed class FixesUnusedVariable : RenameFix
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["CS0168"];

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Use", cancellationToken => UseAsync(context.Document, context.Span.Start, cancellationToken), "Use"), context.Diagnostics);
            return Task.CompletedTask;
        }

        static async Task<Document> UseAsync(Document document, int position, CancellationToken cancellationToken)
        {
            var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
            var statement = root.FindToken(position).Parent!.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
            return document.WithSyntaxRoot(root.ReplaceNode(
                statement, [SyntaxFactory.ParseStatement("int good = 0; "), SyntaxFactory.ParseStatement("_ = good; ")]));
        }
    }
}

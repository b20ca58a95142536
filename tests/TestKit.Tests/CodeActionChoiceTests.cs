using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class CodeActionChoiceTests
{
    [Fact]
    public Task First_action_is_applied_by_default() => Test("class C { int good; }").RunAsync();

    [Fact]
    public Task Action_is_chosen_by_index()
    {
        var test = Test("class C { int fine; }");
        test.CodeActionIndex = 1;
        return test.RunAsync();
    }

    [Fact]
    public Task Action_is_chosen_by_key()
    {
        var test = Test("class C { int fine; }");
        test.CodeActionEquivalenceKey = "Fine";
        return test.RunAsync();
    }

    [Fact]
    public Task Nested_action_is_chosen_like_any_other()
    {
        var test = Test("class C { int nice; }");
        (test.CodeActionIndex, test.CodeActionEquivalenceKey) = (2, "Nice");
        return test.RunAsync();
    }

    [Fact]
    public async Task Index_and_key_of_different_actions_fail()
    {
        var test = Test("class C { int fine; }");
        (test.CodeActionIndex, test.CodeActionEquivalenceKey) = (0, "Fine");

        Assert.Contains("is not as expected", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Offered_actions_are_named_when_the_wanted_one_is_missing()
    {
        var test = Test("class C { int best; }");
        test.CodeActionEquivalenceKey = "Best";

        var message = await TestFailure.OfAsync(test);

        Assert.Contains("offered, but not chosen: 'Say good' (equivalence key Good), 'Say fine' (equivalence key Fine), 'Say nice' (equivalence key Nice)", message);
    }

    [Fact]
    public async Task Action_is_verified()
    {
        var test = Test("class C { int good; }");
        test.CodeActionVerifier = (action, verify) => verify.Equal("Say good", action.Title);
        await test.RunAsync();

        test.CodeActionVerifier = (action, verify) => verify.Equal("Say something", action.Title);
        Assert.Contains("expected Say something, was Say good", await TestFailure.OfAsync(test));
    }

    static BadNameFixTest<OffersThree> Test(string fixedCode) => new() { TestCode = "class C { int [|bad|]; }", FixedCode = fixedCode };

    sealed class OffersThree : RenameFix
    {
        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(Action("Good"), context.Diagnostics);
            context.RegisterCodeFix(CodeAction.Create("More", [Action("Fine"), Action("Nice")], isInlinable: false), context.Diagnostics);
            return Task.CompletedTask;

            CodeAction Action(string key)
            {
                var newName = key.ToLowerInvariant();
                return CodeAction.Create($"Say {newName}", async cancellationToken =>
                {
                    var root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
                    var name = root.FindToken(context.Span.Start);
                    return context.Document.WithSyntaxRoot(root.ReplaceToken(name, Rename(name, newName)));
                }, key);
            }
        }
    }
}

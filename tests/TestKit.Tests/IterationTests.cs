using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class IterationTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(-3)]
    public Task Number_of_iterations_passes(int number) => Two(number).RunAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Too_few_iterations_fail(int number)
        => Assert.StartsWith("Fixes applied one by one: ", await TestFailure.OfAsync(Two(number)));

    [Fact]
    public async Task Too_many_iterations_fail()
        => Assert.Equal("Fixes applied one by one: 3 applications of fixes are expected, 2 were enough", await TestFailure.OfAsync(Two(3)));

    [Fact]
    public async Task Fix_that_needs_a_second_application_has_to_say_so()
    {
        var test = new BadNameFixTest<InTwoSteps> { TestCode = "class C { int [|badly|]; }", FixedCode = "class C { int good; }" };
        Assert.StartsWith("Fixes applied one by one: ", await TestFailure.OfAsync(test));

        test.NumberOfIncrementalIterations = 2;
        test.NumberOfFixAllIterations = 2;
        await test.RunAsync();
    }

    [Fact]
    public async Task One_fix_can_be_tested_alone()
    {
        var test = new BadNameFixTest<RenameFix>
        {
            TestCode = "class C { int [|bad|], [|badly|]; }",
            FixedCode = "class C { int good, [|badly|]; }",
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
        };
        await test.RunAsync();

        test.CodeFixTestBehaviors = CodeFixTestBehaviors.None;
        Assert.Contains("the fix is not stable", await TestFailure.OfAsync(test));
    }

    static BadNameFixTest<RenameFix> Two(int number) => new()
    {
        TestCode = "class C { int [|bad|], [|badly|]; }",
        FixedCode = "class C { int good, goodly; }",
        NumberOfIncrementalIterations = number,
    };

    sealed class InTwoSteps : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => Rename(name, name.ValueText == "bad" ? "good" : "bad");
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("class C { int [|bad|]; }")]
    [InlineData("class C { int {|T001:bad|}; }")]
    [InlineData("class C { int [|bad1|], {|T001:bad2|}; }")]
    [InlineData("class C\n{\n    int\n        [|bad|];\n}")]
    [InlineData("class C { {|CS0246:Missing|} [|bad|]; }")]
    [InlineData("class C { {|#0:int {|#1:[|bad|]|}|}; }")]
    // $$ begins a raw string.
    [InlineData("class C { string [|bad|] = $$\"\"\"{{1}}\"\"\"; }")]
    public Task Markup_is_taken_out(string code) => Test(code).RunAsync();

    [Fact]
    public Task Nested_and_adjacent_spans_are_told_apart()
        => Test(
            "class C { {|#0:int {|#1:bad|}|}{|#2:, {|#3:badly|}|}; }",
            At(1, "bad"), At(3, "badly")).RunAsync();

    [Fact]
    public async Task Enclosing_span_is_not_the_inner_one()
        => Assert.Contains("1 of 1 expected", await TestFailure.OfAsync(Test("class C { {|#0:int {|#1:bad|}|}; }", At(0, "bad"))));

    [Theory]
    [InlineData("class C { int [|bad; }", "[| is left over, it is not closed, in line 1")]
    [InlineData("class C { int {|T001:bad; }", "{|T001: is left over, it is not closed")]
    [InlineData("class C\n{ int bad|]; }", "|] is left over, nothing was opened, in line 2")]
    [InlineData("class C { int bad|}; }", "|} is left over, nothing was opened")]
    [InlineData("class C { int {|T001 bad|}; }", "{| is left over, no name and colon follow")]
    [InlineData("class C { int [|bad|}; }", "|} is left over, it closes what [| opened")]
    [InlineData("class C { int {|T001:bad|]; }", "|] is left over, it closes what {|T001: opened")]
    [InlineData("class C { int [|{|T001:bad|]|}; }", "|] is left over, it closes what {|T001: opened")]
    public async Task Markup_left_over_fails(string code, string reason)
        => Assert.Contains($"/0/Test0.cs: markup {reason}", await TestFailure.OfAsync(Test(code)));

    [Fact]
    public async Task Markup_left_over_in_an_additional_file_fails()
    {
        var test = Test("class C;");
        test.TestState.AdditionalFiles.Add(("/file.txt", "[|open"));

        Assert.Contains("/file.txt: markup [| is left over", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Key_that_is_marked_twice_fails()
        => Assert.Contains("{|#0:…|} is marked twice", await TestFailure.OfAsync(Test("class {|#0:C|} { int {|#0:fine|}; }")));

    [Fact]
    public async Task Key_that_is_not_marked_fails()
        => Assert.Contains("no span is marked {|#7:…|}", await TestFailure.OfAsync(Test("class C;", At(7, "bad"))));

    [Fact]
    public Task Text_that_looks_like_markup_can_be_code()
    {
        var test = Test("class C { string s = \"[| |} {|\"; }");
        test.TestState.MarkupHandling = MarkupMode.None;
        return test.RunAsync();
    }

    [Fact]
    public Task Markup_can_be_ignored()
    {
        var test = Test("class C { int [|fine|]; }");
        test.TestState.MarkupHandling = MarkupMode.Ignore;
        return test.RunAsync();
    }

    [Fact]
    public async Task Markup_of_fixable_diagnostics_can_be_ignored()
    {
        var test = new BadNameFixTest<RenameFix> { TestCode = "class C { {|CS0246:Missing|} [|fine|]; }" };
        test.TestState.MarkupHandling = MarkupMode.IgnoreFixable;
        await test.RunAsync();

        test = new BadNameFixTest<RenameFix> { TestCode = "class C { {|CS0246:int|} [|fine|]; }" };
        test.TestState.MarkupHandling = MarkupMode.IgnoreFixable;
        Assert.Contains("CS0246", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Marked_span_without_id_needs_a_single_rule()
    {
        var test = new BadNameTest<TwoRules> { TestCode = "class C { int [|bad|]; }" };
        Assert.Contains("write {|ID:…|}", await TestFailure.OfAsync(test));

        test = new BadNameTest<TwoRules> { TestCode = "class C { int [|bad|]; }", MarkupOptions = MarkupOptions.UseFirstDescriptor };
        await test.RunAsync();
    }

    static DiagnosticResult At(int key, string name) => new DiagnosticResult(Rule.BadName).WithLocation(key).WithArguments(name);

    static BadNameTest<BadNameAnalyzer> Test(string code, params DiagnosticResult[] expected)
    {
        var test = new BadNameTest<BadNameAnalyzer> { TestCode = code };
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    sealed class TwoRules : BadNameAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule.BadName, Rule.Create("T002", "never reported")];
    }
}

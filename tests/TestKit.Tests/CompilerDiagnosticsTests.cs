using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class CompilerDiagnosticsTests
{
    const string UnusedVariable = "class C { void M() { int {|#0:unused|}; } }";

    static readonly DiagnosticResult Unused = DiagnosticResult.CompilerWarning("CS0168").WithLocation(0).WithArguments("unused");

    [Fact]
    public async Task Compile_error_fails()
        => Assert.Contains("error CS0246", await TestFailure.OfAsync(Test("class C { Missing m; }")));

    [Fact]
    public Task Marked_compile_error_passes() => Test("class C { {|CS0246:Missing|} m; }").RunAsync();

    [Fact]
    public Task Expected_compile_error_passes()
        => Test("class C { Missing m; }", DiagnosticResult.CompilerError("CS0246").WithSpan(1, 11, 1, 18).WithArguments("Missing")).RunAsync();

    [Fact]
    public async Task Other_argument_of_a_compile_error_fails()
        => Assert.Contains("1 of 1 expected", await TestFailure.OfAsync(
            Test("class C { Missing m; }", DiagnosticResult.CompilerError("CS0246").WithSpan(1, 11, 1, 18).WithArguments("Other"))));

    [Fact]
    public async Task Compile_errors_can_be_ignored()
    {
        var test = Test("class C { Missing m; }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    [Fact]
    public Task Compiler_warnings_do_not_count_by_default() => Test(UnusedVariable).RunAsync();

    [Fact]
    public async Task Compiler_warnings_count_when_asked_for()
    {
        var test = Test(UnusedVariable);
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        Assert.Contains("warning CS0168", await TestFailure.OfAsync(test));

        test = Test(UnusedVariable, Unused);
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        await test.RunAsync();
    }

    [Fact]
    public async Task Compile_error_in_an_additional_project_fails()
    {
        var test = Test("class C;");
        test.TestState.AdditionalProjects["Library"].Sources.Add("class D { Missing m; }");

        Assert.Contains("/Library/Test0.cs(1,11,1,18): error CS0246", await TestFailure.OfAsync(test));
    }

    static BadNameTest<BadNameAnalyzer> Test(string code, params DiagnosticResult[] expected)
    {
        var test = new BadNameTest<BadNameAnalyzer> { TestCode = code };
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }
}

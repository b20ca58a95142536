using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<PkceAnalyzers.TestKit.Tests.Samples.BadNameAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class ExpectedDiagnosticsTests
{
    const string OneBadName = "class C { int bad; }";

    static readonly DiagnosticResult BadAt = Verify.Diagnostic().WithArguments("bad");

    [Fact]
    public Task Code_without_findings_passes() => Verify.VerifyAnalyzerAsync("class C { int fine; }");

    [Fact]
    public Task Exact_expectation_passes()
        => Verify.VerifyAnalyzerAsync(OneBadName, BadAt.WithSpan(1, 15, 1, 18).WithSeverity(DiagnosticSeverity.Warning));

    [Fact]
    public Task Start_alone_passes() => Verify.VerifyAnalyzerAsync(OneBadName, BadAt.WithLocation(1, 15));

    [Fact]
    public Task Path_may_be_given() => Verify.VerifyAnalyzerAsync(OneBadName, BadAt.WithLocation("/0/Test0.cs", 1, 15));

    [Fact]
    public async Task Unexpected_diagnostic_fails()
    {
        var message = await FailureAsync("class C\n{\n    int bad;\n}");

        Assert.Equal(
            """
            Diagnostics of test state: 0 of 0 expected diagnostics not reported, 1 reported that are not expected

            reported, not expected:
              /0/Test0.cs(3,9,3,12): warning T001: 'bad' is a bad name
                 3 |     int bad;
                   |         ~~~
            """, message, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Missing_diagnostic_fails()
    {
        var message = await FailureAsync("class C\n{\n    int {|T001:fine|};\n}");

        Assert.Equal(
            """
            Diagnostics of test state: 1 of 1 expected diagnostics not reported, 0 reported that are not expected

            expected, not reported:
              /0/Test0.cs(3,9,3,13): diagnostic T001: (any message)
                 3 |     int fine;
                   |         ~~~~
            """, message, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Same_diagnostic_reported_twice_fails_when_expected_once()
    {
        var test = new BadNameTest<ReportsTwice> { TestCode = "class C { int [|bad|]; }" };

        Assert.Contains("1 reported that are not expected", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Other_id_fails()
        => Assert.Contains("1 of 1 expected", await FailureAsync(OneBadName, new DiagnosticResult("T002", DiagnosticSeverity.Warning).WithSpan(1, 15, 1, 18)));

    [Fact]
    public async Task Other_start_fails() => Assert.Contains("1 of 1 expected", await FailureAsync(OneBadName, BadAt.WithLocation(1, 14)));

    [Fact]
    public async Task Other_end_fails() => Assert.Contains("1 of 1 expected", await FailureAsync(OneBadName, BadAt.WithSpan(1, 15, 1, 19)));

    [Fact]
    public async Task Other_file_fails()
        => Assert.Contains("1 of 1 expected", await FailureAsync(OneBadName, BadAt.WithLocation("/0/Test1.cs", 1, 15)));

    [Fact]
    public async Task Other_severity_fails()
        => Assert.Contains("error T001", await FailureAsync(OneBadName, BadAt.WithLocation(1, 15).WithSeverity(DiagnosticSeverity.Error)));

    [Fact]
    public Task Severity_can_be_ignored()
        => Verify.VerifyAnalyzerAsync(
            OneBadName, BadAt.WithLocation(1, 15).WithSeverity(DiagnosticSeverity.Error).WithOptions(DiagnosticOptions.IgnoreSeverity));

    [Fact]
    public async Task Other_arguments_fail()
        => Assert.Contains("'worse' is a bad name", await FailureAsync(OneBadName, Verify.Diagnostic().WithArguments("worse").WithLocation(1, 15)));

    [Fact]
    public async Task Missing_arguments_fail()
        => Assert.Contains("'{0}' is a bad name", await FailureAsync(OneBadName, Verify.Diagnostic().WithLocation(1, 15)));

    [Fact]
    public async Task Other_message_fails()
        => Assert.Contains("T001: other", await FailureAsync(OneBadName, Verify.Diagnostic().WithMessage("other").WithLocation(1, 15)));

    [Fact]
    public Task Message_passes() => Verify.VerifyAnalyzerAsync(OneBadName, Verify.Diagnostic("T001").WithMessage("'bad' is a bad name").WithLocation(1, 15));

    [Fact]
    public async Task Diagnostic_expected_without_location_fails_when_it_has_one()
        => Assert.Contains("(no location)", await FailureAsync(OneBadName, BadAt.WithNoLocation()));

    [Fact]
    public async Task Additional_locations_are_compared()
    {
        const string code = "class {|#1:C|} { int {|#0:bad|}; }";
        await Test(BadAt.WithLocation(0).WithLocation(1)).RunAsync();
        await Test(BadAt.WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)).RunAsync();
        Assert.Contains("additional location /0/Test0.cs(1,7,1,8)", await TestFailure.OfAsync(Test(BadAt.WithLocation(0))));
        Assert.Contains("1 of 1 expected", await TestFailure.OfAsync(Test(BadAt.WithLocation(0).WithLocation(0))));

        static BadNameTest<PointsAtClass> Test(DiagnosticResult expected) => new() { TestCode = code, ExpectedDiagnostics = { expected } };
    }

    [Fact]
    public Task Loose_expectation_leaves_a_diagnostic_to_the_strict_one()
    {
        var test = new BadNameTest<ReportsTwoLengths> { TestCode = "class C { int bad; }" };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithMessage(null).WithLocation(1, 15));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithMessage(null).WithSpan(1, 15, 1, 16));
        return test.RunAsync();
    }

    [Fact]
    public async Task Exception_in_an_analyzer_fails()
    {
        var message = await TestFailure.OfAsync(new BadNameTest<Throws> { TestCode = OneBadName });

        Assert.Contains("threw (AD0001)", message);
        Assert.Contains("the analyzer's own message", message);
    }

    [Fact]
    public async Task Test_without_sources_fails()
        => Assert.Contains("TestState.Sources is empty", await TestFailure.OfAsync(new BadNameTest<BadNameAnalyzer>()));

    static Task<string> FailureAsync(string code, params DiagnosticResult[] expected)
    {
        var test = new BadNameTest<BadNameAnalyzer> { TestCode = code };
        test.ExpectedDiagnostics.AddRange(expected);
        return TestFailure.OfAsync(test);
    }

    sealed class Throws : BadNameAnalyzer
    {
        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
            => throw new InvalidOperationException("the analyzer's own message");
    }

    sealed class ReportsTwice : BadNameAnalyzer
    {
        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, name.GetLocation(), "it"));
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, name.GetLocation(), "again it"));
        }
    }

    sealed class ReportsTwoLengths : BadNameAnalyzer
    {
        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        {
            var start = name.SpanStart;
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, Location.Create(name.SyntaxTree!, new(start, 1)), "start"));
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, name.GetLocation(), "all"));
        }
    }

    sealed class PointsAtClass : BadNameAnalyzer
    {
        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        {
            var type = context.ContainingSymbol!.ContainingType;
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, name.GetLocation(), type.Locations, name.ValueText));
        }
    }
}

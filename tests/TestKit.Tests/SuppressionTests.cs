using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class SuppressionTests
{
    const string Suppressed = "class C\n{\n#pragma warning disable T001\n    int {|#0:bad|};\n}";

    static readonly DiagnosticResult Bad = new DiagnosticResult(Rule.BadName).WithLocation(0).WithArguments("bad");

    [Fact]
    public Task Suppressed_diagnostic_need_not_be_expected() => Test(Suppressed).RunAsync();

    [Fact]
    public Task Suppressed_diagnostic_can_be_expected() => Test(Suppressed, Bad.WithIsSuppressed(true)).RunAsync();

    [Fact]
    public async Task Suppressed_diagnostic_is_not_a_reported_one()
        => Assert.Contains("1 of 1 expected", await TestFailure.OfAsync(Test(Suppressed, Bad)));

    [Fact]
    public async Task Reported_diagnostic_is_not_a_suppressed_one()
        => Assert.Contains("suppressed warning T001", await TestFailure.OfAsync(Test("class C { int {|#0:bad|}; }", Bad.WithIsSuppressed(true))));

    [Fact]
    public async Task Diagnostic_that_a_pragma_cannot_silence_fails()
    {
        var test = new BadNameTest<ReportsByPath> { TestCode = "class C { int [|bad|]; }", ChecksDocumentByDocument = false };
        Assert.Contains("#pragma warning disable T001 at the start of each file does not silence", await TestFailure.OfAsync(test));

        test = new BadNameTest<ReportsByPath>
        {
            TestCode = "class C { int [|bad|]; }",
            ChecksDocumentByDocument = false,
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
        };
        await test.RunAsync();
    }

    [Fact]
    public Task Diagnostic_that_nothing_may_silence_passes()
        => new BadNameTest<CannotBeConfigured> { TestCode = "class C { int [|bad|]; }" }.RunAsync();

    static BadNameTest<BadNameAnalyzer> Test(string code, params DiagnosticResult[] expected)
    {
        var test = new BadNameTest<BadNameAnalyzer> { TestCode = code };
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    sealed class ReportsByPath : BadNameAnalyzer
    {
        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        {
            var span = name.GetLocation().GetLineSpan();
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, Location.Create(span.Path, name.Span, span.Span), name.ValueText));
        }
    }

    sealed class CannotBeConfigured : BadNameAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("T003", "title", "'{0}' is a bad name", "Tests", DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable)];
    }
}

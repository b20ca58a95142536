using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.Testing.Tests;

/// <summary>What makes a test of an analyzer pass or fail.</summary>
public sealed class ProgramTestTests
{
    [Fact]
    public Task Marked_findings_pass() => Test("class C { int {|T001:bad|}, good; }").RunAsync();

    [Theory]
    [InlineData("class C { int bad; }")]
    [InlineData("class C { int {|T001:good|}; }")]
    [InlineData("class C { int {|T001:badly|}, bad; }")]
    [InlineData("class C { {|T001:int bad|}; }")]
    public async Task Wrong_marks_fail(string code) => Assert.Contains("diagnostic", await TestFailure.OfAsync(Test(code)));

    [Fact]
    public async Task Wrong_severity_fails()
    {
        var test = Test("class C { int {|#0:bad|}; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Info).WithLocation(0));

        Assert.Contains("Expected diagnostic severity", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Compile_error_fails() => Assert.Contains("CS0246", await TestFailure.OfAsync(Test("class C { Missing good; }")));

    [Fact]
    public async Task Exception_in_an_analyzer_fails()
    {
        var test = new ProgramTest<Throws> { TestCode = "class C { int good; }", CompilerDiagnostics = CompilerDiagnostics.None };

        Assert.Contains("AD0001", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Suppressed_finding_passes_for_no_reported_one()
    {
        const string code = "class C { int {|#0:bad|}; }";
        var expected = new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(0);
        await new Suppressed { TestCode = code, ExpectedDiagnostics = { expected.WithIsSuppressed(true) } }.RunAsync();

        Assert.Contains("is suppressed: True", await TestFailure.OfAsync(new Suppressed { TestCode = code, ExpectedDiagnostics = { expected } }));
        Assert.Contains("is suppressed: True", await TestFailure.OfAsync(new Suppressed { TestCode = "class C { int {|T001:bad|}; }" }));
    }

    [Fact]
    public Task Programs_have_the_framework_ASP_NET_Core_and_top_level_statements() => Test(""""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var bad = $$"""{"key": "{{args.Length}}"}""";
        WebApplication.CreateBuilder(args).Services.AddAuthentication().AddOAuth(bad, options => options.UsePkce = true);
        return System.Buffers.Text.Base64Url.EncodeToString([1]).Length;
        """".Replace("var bad", "var {|T001:bad|}")).RunAsync();

    [Fact]
    public async Task Options_reach_the_project_by_its_configuration_files()
    {
        var test = new ProgramTest<Configured> { TestCode = "class C { int {|T001:worse|}, {|T001:worst|}, bad; }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nsample.local = worse"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nsample.global = worst"));
        await test.RunAsync();
    }

    static ProgramTest<BadNameAnalyzer> Test(string code) => new() { TestCode = code };

    sealed class Throws : BadNameAnalyzer
    {
        protected override bool IsBad(string name, SyntaxNodeAnalysisContext context) => throw new InvalidOperationException();
    }

    sealed class Configured : BadNameAnalyzer
    {
        protected override bool IsBad(string name, SyntaxNodeAnalysisContext context)
        {
            var options = context.Options.AnalyzerConfigOptionsProvider;
            return Is(options.GetOptions(context.Node.SyntaxTree), "sample.local") || Is(options.GlobalOptions, "sample.global");

            bool Is(AnalyzerConfigOptions from, string key) => from.TryGetValue(key, out var value) && value == name;
        }
    }

    sealed class Suppressed : ProgramTest<BadNameAnalyzer>
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [.. base.GetDiagnosticAnalyzers(), new Suppressor()];
    }

    sealed class Suppressor : DiagnosticSuppressor
    {
        static readonly SuppressionDescriptor Descriptor = new("S001", Rule.BadName.Id, "meant");

        public override System.Collections.Immutable.ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Descriptor];

        public override void ReportSuppressions(SuppressionAnalysisContext context)
        {
            foreach (var diagnostic in context.ReportedDiagnostics)
                context.ReportSuppression(Suppression.Create(Descriptor, diagnostic));
        }
    }
}

using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<PkceAnalyzers.TestKit.Tests.Samples.BadNameAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class AnalyzerTestTests
{
    [Fact]
    public Task Code_without_findings_passes() => Verify.VerifyAnalyzerAsync("class C { int fine; }");

    [Fact]
    public Task Marked_findings_pass() => Verify.VerifyAnalyzerAsync("class C { int [|bad1|], {|T001:bad2|}; }");

    [Fact]
    public async Task Unexpected_diagnostic_fails()
    {
        var message = await TestFailure.OfAsync(() => Verify.VerifyAnalyzerAsync("class C\n{\n    int bad;\n}"));

        Assert.Equal(
            """
            Diagnostics of test state: 0 of 0 expected diagnostics not reported, 1 reported that are not expected

            reported, not expected:
              /0/Test0.cs(3,9,3,12): warning T001: 'bad' is a bad name
                 3 |     int bad;
                   |         ~~~
            """, message);
    }

    [Fact]
    public async Task Missing_diagnostic_fails()
    {
        var message = await TestFailure.OfAsync(() => Verify.VerifyAnalyzerAsync("class C\n{\n    int {|T001:fine|};\n}"));

        Assert.Equal(
            """
            Diagnostics of test state: 1 of 1 expected diagnostics not reported, 0 reported that are not expected

            expected, not reported:
              /0/Test0.cs(3,9,3,13): diagnostic T001: (any message)
                 3 |     int fine;
                   |         ~~~~
            """, message);
    }
}

using Xunit;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<PkceAnalyzers.TestKit.Tests.Samples.BadNameAnalyzer, PkceAnalyzers.TestKit.Tests.Samples.RenameFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class CodeFixTestTests
{
    [Fact]
    public Task Correct_fix_passes()
        => Verify.VerifyCodeFixAsync("class C { int [|bad|], [|badly|]; }", "class C { int good, goodly; }");
}

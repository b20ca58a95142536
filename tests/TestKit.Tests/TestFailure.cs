using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Xunit.Sdk;

namespace PkceAnalyzers.TestKit.Tests;

static class TestFailure
{
    /// <summary>The message that the test fails with.</summary>
    public static async Task<string> OfAsync(AnalyzerTest<DefaultVerifier> test)
        => (await Assert.ThrowsAsync<XunitException>(() => test.RunAsync())).Message;
}

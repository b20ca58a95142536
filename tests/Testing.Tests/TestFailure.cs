using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Testing.Tests;

static class TestFailure
{
    /// <summary>The message that the test fails with.</summary>
    public static async Task<string> OfAsync(AnalyzerTest<DefaultVerifier> test) =>
        (await Assert.ThrowsAnyAsync<Exception>(() => test.RunAsync())).Message;
}

using Xunit;
using Xunit.Sdk;

namespace PkceAnalyzers.TestKit.Tests;

static class TestFailure
{
    /// <summary>The message that the test fails with.</summary>
    public static async Task<string> OfAsync(Func<Task> test) => (await Assert.ThrowsAsync<XunitException>(test)).Message;
}

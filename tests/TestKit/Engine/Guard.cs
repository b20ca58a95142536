using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tells whose code threw.</summary>
static class Guard
{
    public static async Task<T> RunAsync<T>(CodeFixProvider provider, Func<Task<T>> run, IVerifier verify)
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            verify.Fail($"{provider} threw:{Environment.NewLine}{exception}");
            throw;
        }
    }
}

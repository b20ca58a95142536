namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How a failed test is told to the test framework.</summary>
public interface IVerifier
{
    void Empty<T>(string collectionName, IEnumerable<T> collection);

    void Equal<T>(T expected, T actual, string? message = null);

    void True(bool assert, string? message = null);

    void False(bool assert, string? message = null);

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    void Fail(string? message = null);

    void LanguageIsSupported(string language);

    void NotEmpty<T>(string collectionName, IEnumerable<T> collection);

    void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null);

    /// <summary>A verifier whose messages begin with <paramref name="context"/>, the part of the test that is running.</summary>
    IVerifier PushContext(string context);
}

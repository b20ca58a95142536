using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Xunit.Sdk;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fails a test as an xUnit assertion does.</summary>
public class DefaultVerifier : IVerifier
{
    public DefaultVerifier()
        : this([])
    {
    }

    protected DefaultVerifier(ImmutableStack<string> context) => Context = context;

    protected ImmutableStack<string> Context { get; }

    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection)
        => True(!collection.Any(), $"{collectionName} is not empty: {string.Join(", ", collection)}");

    public virtual void Equal<T>(T expected, T actual, string? message = null)
        => True(EqualityComparer<T>.Default.Equals(expected, actual), message ?? $"expected {expected}, was {actual}");

    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
            Fail(message);
    }

    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null) => True(!assert, message);

    [DoesNotReturn]
    public virtual void Fail(string? message = null) => throw new XunitException(CreateMessage(message));

    public virtual void LanguageIsSupported(string language)
        => Equal(LanguageNames.CSharp, language, $"{language} is not supported");

    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection)
        => True(collection.Any(), $"{collectionName} is empty");

    public virtual void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null)
        => True(expected.SequenceEqual(actual, equalityComparer), message ?? $"expected {string.Join(", ", expected)}; was {string.Join(", ", actual)}");

    public virtual IVerifier PushContext(string context) => new DefaultVerifier(Context.Push(context));

    protected virtual string CreateMessage(string? message)
        => string.Join(": ", Context.Reverse().Append(message ?? "the check failed"));
}

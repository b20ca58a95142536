using System.Collections.Concurrent;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Each assembly is read once for all tests: reading is what takes most of a test's time.</summary>
static class MetadataReferenceCache
{
    static readonly ConcurrentDictionary<string, MetadataReference> References = [];

    public static MetadataReference Get(string path)
        => References.GetOrAdd(path, static path => MetadataReference.CreateFromFile(path));
}

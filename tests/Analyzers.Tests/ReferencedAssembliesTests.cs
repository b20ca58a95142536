using System.Reflection;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>A compiler loads an analyzer's references in versions of its own: one more, or a newer one, and older compilers cannot load it.</summary>
public sealed class ReferencedAssembliesTests
{
    [Fact]
    public void Analyzers_refer_to_the_oldest_Roslyn_and_to_what_it_ships() => Assert.Equal(
        [
            "Microsoft.CodeAnalysis 4.14.0.0",
            "Microsoft.CodeAnalysis.CSharp 4.14.0.0",
            "System.Buffers 4.0.2.0",
            "System.Collections.Immutable 9.0.0.0",
            "System.Memory 4.0.1.2",
            "netstandard 2.0.0.0",
        ],
        ReferencesOf(typeof(PkceAnalyzer).Assembly));

    static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => $"{reference.Name} {reference.Version}").Order(StringComparer.Ordinal);
}

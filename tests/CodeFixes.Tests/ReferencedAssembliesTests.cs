using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>An editor loads the references of fixes in versions of its own: one more, or a newer one, and older editors cannot load them.</summary>
public sealed class ReferencedAssembliesTests
{
    [Fact]
    public void Fixes_refer_to_the_analyzers_the_oldest_Roslyn_and_what_it_ships() => Assert.Equal(
        [
            "Microsoft.CodeAnalysis 4.14.0.0",
            "Microsoft.CodeAnalysis.CSharp 4.14.0.0",
            "Microsoft.CodeAnalysis.Workspaces 4.14.0.0",
            $"PkceAnalyzers {typeof(PkceAnalyzer).Assembly.GetName().Version}",
            "System.Collections.Immutable 9.0.0.0",
            "System.Composition.AttributedModel 9.0.0.0",
            "System.Memory 4.0.1.2",
            "netstandard 2.0.0.0",
        ],
        typeof(RepairProvider).Assembly.GetReferencedAssemblies().Select(reference => $"{reference.Name} {reference.Version}").Order(StringComparer.Ordinal));
}

using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Configuration;

/// <summary>What the compiler does not tell and MSBuild hands over as compiler-visible properties.</summary>
/// <param name="IsTestProject">Whether the project holds tests: requests are reported as Info there, values not at all.</param>
sealed record ProjectFacts(bool IsTestProject)
{
    public static ProjectFacts Read(AnalyzerConfigOptions global) => new(IsTrue(global, "build_property.IsTestProject"));

    static bool IsTrue(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}

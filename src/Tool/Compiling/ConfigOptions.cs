using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>Options as key and value, the keys in any case.</summary>
sealed class ConfigOptions(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
{
    public override IEnumerable<string> Keys => values.Keys;

    public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
}

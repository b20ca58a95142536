using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>A file of options, read or generated.</summary>
sealed record ConfigFile(string Path, SourceText Text)
{
    public static AnalyzerConfigSet Parse(IEnumerable<ConfigFile> files) =>
        AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList(), out _);
}

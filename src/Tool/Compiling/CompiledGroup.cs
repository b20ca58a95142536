using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>A group of sources with everything that an analyzer is given.</summary>
/// <param name="Group">The sources.</param>
/// <param name="Compilation">The sources compiled, perhaps with errors.</param>
/// <param name="IsRestored">Whether the packages of its project are there.</param>
/// <param name="Options">Configuration, settings and Razor files.</param>
/// <param name="ConfigFiles">The configuration, as files.</param>
sealed record CompiledGroup(
    SourceGroup Group,
    CSharpCompilation Compilation,
    bool IsRestored,
    AnalyzerOptions Options,
    IReadOnlyList<ConfigFile> ConfigFiles
)
{
    /// <summary>The name of the file that stands for what the SDK generates.</summary>
    public const string GeneratedFile = "Generated.g.cs";

    /// <summary>The user's C# files.</summary>
    public IEnumerable<SyntaxTree> Sources =>
        Compilation.SyntaxTrees.Where(tree => Path.GetFileName(tree.FilePath.AsSpan()) is not GeneratedFile);
}

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
    /// <summary>The pages and components whose C# is part of the compilation, by the full path of that.</summary>
    public IReadOnlyDictionary<string, string> Razor { get; init; } = new Dictionary<string, string>();

    /// <summary>How many pages and components could matter, and have code that was not looked at.</summary>
    public int UnreadRazor { get; init; }

    /// <summary>The name of the file that stands for what the SDK generates.</summary>
    public const string GeneratedFile = "Generated.g.cs";

    /// <summary>The user's C# files.</summary>
    public IEnumerable<SyntaxTree> Sources => Code.Where(tree => !Razor.ContainsKey(tree.FilePath));

    /// <summary>The user's code: that of C# files, and of pages and components.</summary>
    public IEnumerable<SyntaxTree> Code =>
        Compilation.SyntaxTrees.Where(tree => Path.GetFileName(tree.FilePath.AsSpan()) is not GeneratedFile);

    /// <summary>Full path of the user's file that code lies in.</summary>
    public string PathOf(SyntaxTree tree) => Razor.GetValueOrDefault(tree.FilePath, tree.FilePath);
}

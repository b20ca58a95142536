using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>A group of sources with everything that an analyzer is given.</summary>
sealed record CompiledGroup(SourceGroup Group, CSharpCompilation Compilation, AnalyzerOptions Options)
{
    /// <summary>The user's C# files, without the one that stands for what the SDK generates.</summary>
    public IEnumerable<Microsoft.CodeAnalysis.SyntaxTree> Sources => Compilation.SyntaxTrees.Take(Compilation.SyntaxTrees.Length - 1);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Reproducing;

/// <summary>A program that may have the finding of another one.</summary>
/// <param name="group">The project of the other one: its packages and options hold for this one too.</param>
/// <param name="rule">The id of the finding's rule.</param>
sealed class Candidate(CompiledGroup group, string rule, CancellationToken cancel)
{
    readonly List<SyntaxTree> _generated =
    [
        .. group.Compilation.SyntaxTrees.Where(tree => Path.GetFileName(tree.FilePath) == CompiledGroup.GeneratedFile),
    ];

    /// <summary>The program compiled.</summary>
    public (CSharpCompilation Compilation, SyntaxTree Tree) Compile(SyntaxNode root, SyntaxTree like)
    {
        var tree = CSharpSyntaxTree.Create((CSharpSyntaxNode)root, (CSharpParseOptions)like.Options, like.FilePath);
        return (group.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(_generated.Append(tree)), tree);
    }

    /// <summary>Whether it has the finding.</summary>
    public bool Has(SyntaxNode root, SyntaxTree like)
    {
        var (compilation, tree) = Compile(root, like);
        return ProjectAnalysis.Of(compilation, group.Options).FileOf(tree, cancel).Judgements.Any(judgement => judgement.Id == rule);
    }

    /// <summary>How many errors the compiler sees in it.</summary>
    public int Errors(SyntaxNode root, SyntaxTree like)
    {
        var (compilation, tree) = Compile(root, like);
        return compilation
            .GetSemanticModel(tree)
            .GetDiagnostics(cancellationToken: cancel)
            .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Tool.Reproducing;

/// <summary>Leaves out of a program what its finding does not need.</summary>
static class Reduction
{
    /// <summary>Each try compiles the program; what is left then is small enough.</summary>
    const int MostTries = 400;

    public static SyntaxNode Of(SyntaxNode root, SyntaxTree like, Candidate candidate)
    {
        var errors = candidate.Errors(root, like);
        var parts = Parts(root).ToList();
        root = root.TrackNodes(parts);
        foreach (var part in parts.Take(MostTries))
        {
            if (
                root.GetCurrentNode(part) is { } present
                && root.RemoveNode(present, SyntaxRemoveOptions.KeepNoTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives) is { } less
                && candidate.Has(less, like)
                && candidate.Errors(less, like) <= errors
            )
                root = less;
        }
        return root;
    }

    /// <summary>What may go, the largest first.</summary>
    static IEnumerable<SyntaxNode> Parts(SyntaxNode root) =>
        root.DescendantNodes()
            .Where(node =>
                node
                    is MemberDeclarationSyntax
                        or UsingDirectiveSyntax
                        or AttributeListSyntax
                        or BaseListSyntax
                        or ParameterSyntax { Parent: ParameterListSyntax { Parent: TypeDeclarationSyntax } }
                || node is StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax }
                || node is ExpressionSyntax { Parent: InitializerExpressionSyntax }
            )
            .OrderByDescending(node => node.FullSpan.Length);
}

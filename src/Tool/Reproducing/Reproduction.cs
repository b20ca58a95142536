using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Reproducing;

/// <summary>Makes a small program that has a finding of another one, and nothing of its owner's.</summary>
static class Reproduction
{
    /// <param name="group">What the finding lies in.</param>
    /// <param name="finding">A finding in its sources.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Null where the finding needs code of other files, or names that cannot be shown.</returns>
    public static string? Of(CompiledGroup group, Diagnostic finding, CancellationToken cancel)
    {
        if (finding.Location.SourceTree is not { } tree)
            return null;
        var candidate = new Candidate(group, finding.Id, cancel);
        var root = tree.GetRoot(cancel);
        if (!candidate.Has(root, tree))
            return null;
        root = Reduction.Of(root, tree, candidate);
        return Renamed(root, tree, candidate)?.ToFullString().Trim().ReplaceLineEndings("\n") + "\n" is { Length: > 1 } text ? text : null;
    }

    /// <summary>With names of packages that are not there kept where the finding is gone without them.</summary>
    static SyntaxNode? Renamed(SyntaxNode root, SyntaxTree like, Candidate candidate)
    {
        var (compilation, tree) = candidate.Compile(root, like);
        var model = compilation.GetSemanticModel(tree);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        if (Try() is { } whole)
            return whole;
        kept.UnionWith(Unresolved(tree.GetRoot(), model));
        if (Try() is not { } possible)
            return null;
        foreach (var name in kept.ToList())
        {
            kept.Remove(name);
            if (Try() is { } better)
                possible = better;
            else
                kept.Add(name);
        }
        return possible;

        SyntaxNode? Try()
        {
            var renamed = new Neutral(model, kept).Visit(tree.GetRoot());
            return candidate.Has(renamed, like) ? renamed : null;
        }
    }

    static IEnumerable<string> Unresolved(SyntaxNode root, SemanticModel model) =>
        root.DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => model.GetSymbolInfo(name).Symbol is null or IErrorTypeSymbol)
            .Select(name => name.Identifier.ValueText)
            .Distinct();
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>The program's methods, constructors and records that are given a code verifier by a parameter of that name: what calls one
/// hands over a verifier, whatever it is called there.</summary>
sealed class NamedProofs(CompilationCache cache)
{
    static readonly string[] Words = ["codeverifier", "code_verifier", "pkceverifier"];

    ImmutableHashSet<string>? _names;

    /// <summary>Whether code uses the name of one of them.</summary>
    public bool AreGivenIn(SyntaxNode node, CancellationToken cancellation)
    {
        var names = _names ??= [.. Words.SelectMany(word => cache.TreesHolding(word, cancellation)).Distinct().SelectMany(NamesIn)];
        return !names.IsEmpty
            && cache.NamesIn(node.SyntaxTree, cancellation) is var used
            && names.Any(name => used[name].Any(use => node.Span.Contains(use.Span)));

        IEnumerable<string> NamesIn(SyntaxTree tree) =>
            tree.GetRoot(cancellation)
                .DescendantNodes()
                .OfType<ParameterSyntax>()
                .Where(parameter => Identifier.IsCodeVerifier(parameter.Identifier.ValueText))
                .Select(parameter =>
                    parameter.Parent?.Parent switch
                    {
                        MethodDeclarationSyntax method => method.Identifier.ValueText,
                        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
                        TypeDeclarationSyntax type => type.Identifier.ValueText,
                        _ => null,
                    }
                )
                .OfType<string>();
    }
}

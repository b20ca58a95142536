using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>The namespaces that files of a compilation have in scope, by what is written: they need not be there.</summary>
sealed class NamespaceScope
{
    static readonly ConditionalWeakTable<Compilation, NamespaceScope> OfCompilation = new();

    readonly ConcurrentDictionary<SyntaxTree, HashSet<string>> _byFile = new();
    HashSet<string>? _global;

    public static NamespaceScope Of(Compilation compilation) => OfCompilation.GetOrCreateValue(compilation);

    /// <summary>Whether a namespace's types can be named at a place without it: by a using directive or because the place lies in
    /// it.</summary>
    public bool Holds(string space, SyntaxNode at, Compilation compilation, CancellationToken cancellation) =>
        _byFile.GetOrAdd(at.SyntaxTree, tree => OfFile(tree, cancellation)).Contains(space)
        || (_global ??= Global(compilation, cancellation)).Contains(space);

    static HashSet<string> Global(Compilation compilation, CancellationToken cancellation) =>
        [
            .. compilation
                .SyntaxTrees.SelectMany(tree => (tree.GetRoot(cancellation) as CompilationUnitSyntax)?.Usings ?? default)
                .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                .Select(NameOf),
        ];

    static HashSet<string> OfFile(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var found = new HashSet<string>();
        foreach (var node in root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            if (node is UsingDirectiveSyntax directive)
                found.Add(NameOf(directive));
            if (node is not BaseNamespaceDeclarationSyntax space)
                continue;
            for (var name = space.Name.ToString(); name.Length > 0; name = name.Substring(0, Math.Max(0, name.LastIndexOf('.'))))
                found.Add(name);
        }
        return found;
    }

    // An alias brings no namespace into scope.
    static string NameOf(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.Name?.ToString() is { } name ? name.Replace("global::", "") : "";
}

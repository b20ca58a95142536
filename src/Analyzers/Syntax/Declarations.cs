using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Syntax;

/// <summary>The pieces of a program that run by themselves.</summary>
static class Declarations
{
    /// <summary>What can be run of a member: its body, accessors, expression body, initializers.</summary>
    public static IEnumerable<SyntaxNode> Executables(SyntaxNode member)
    {
        switch (member)
        {
            case BaseMethodDeclarationSyntax { Body: not null }
            or BaseMethodDeclarationSyntax { ExpressionBody: not null }
            or ConstructorDeclarationSyntax:
                yield return member;
                break;
            case PropertyDeclarationSyntax property:
                if (property.ExpressionBody is { } arrow)
                    yield return arrow;
                if (property.Initializer is { } initial)
                    yield return initial;
                foreach (var accessor in Accessors(property))
                    yield return accessor;
                break;
            case BasePropertyDeclarationSyntax property:
                if ((property as IndexerDeclarationSyntax)?.ExpressionBody is { } body)
                    yield return body;
                foreach (var accessor in Accessors(property))
                    yield return accessor;
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    if (variable.Initializer is { } initializer)
                        yield return initializer;
                }
                break;
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                yield return unit;
                break;
        }
    }

    /// <summary>The block or expression body of a method, constructor or local function; null where there is none.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode declaration) =>
        declaration switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            _ => null,
        };

    static IEnumerable<SyntaxNode> Accessors(BasePropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Where(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) ?? [];

    /// <summary>Whether expressions or statements are nested more deeply than the compiler's operations can be made of on a
    /// worker's stack. The terms of a long sum do not count: those it makes one by one.</summary>
    public static bool IsTooDeep(SyntaxNode declaration)
    {
        const int Most = 1000;
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((declaration, 0));
        while (open.Count > 0)
        {
            var (node, depth) = open.Pop();
            if (depth > Most)
                return true;
            foreach (var part in node.ChildNodesAndTokens())
            {
                if (part.AsNode() is { } child)
                    open.Push((child, node is BinaryExpressionSyntax sum && child == sum.Left ? depth : depth + 1));
            }
        }
        return false;
    }

    /// <summary>The piece of a program that a node is run with; null outside of any.</summary>
    public static SyntaxNode? Executable(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            if (ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax || ancestor is GlobalStatementSyntax)
                return ancestor is GlobalStatementSyntax ? ancestor.Parent : ancestor;
            if (ancestor is ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax })
                return ancestor;
            if (
                ancestor is EqualsValueClauseSyntax
                {
                    Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }
                }
            )
                return ancestor;
        }
        return null;
    }

    /// <summary>The members of a file or type, nested types' own included, the types themselves not.</summary>
    public static IEnumerable<MemberDeclarationSyntax> Members(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member =>
                member
                    is BaseMethodDeclarationSyntax
                        or BasePropertyDeclarationSyntax
                        or BaseFieldDeclarationSyntax
                        or GlobalStatementSyntax
            );
}

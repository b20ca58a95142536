using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Syntax;

/// <summary>The functions that places run with, and the frameworks that call them.</summary>
static class Functions
{
    /// <summary>The innermost function that a place runs with: what is outside of it may run once for many logins. The file for top-level
    /// statements; null for what lies in no function.</summary>
    public static SyntaxNode? Around(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(node =>
            node
                is AnonymousFunctionExpressionSyntax
                    or LocalFunctionStatementSyntax
                    or BaseMethodDeclarationSyntax
                    or AccessorDeclarationSyntax
            || node == Declarations.Executable(place)
        );

    public static ParameterListSyntax? ParametersOf(SyntaxNode function) =>
        function switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            LocalFunctionStatementSyntax local => local.ParameterList,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
            AnonymousMethodExpressionSyntax { ParameterList: { } list } => list,
            _ => null,
        };

    public static string? NameOf(SyntaxNode function) =>
        function switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };

    /// <summary>Whether a place runs with an object of the type around it.</summary>
    public static bool IsInstance(SyntaxNode place) =>
        Declarations.Executable(place) is MethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
        && place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && !member.Modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>Whether a base type is of a framework: by its namespace or, where it does not resolve, by the using directives of the files
    /// that declare the type.</summary>
    public static bool IsOf(string framework, INamedTypeSymbol type, INamedTypeSymbol derived, CancellationToken cancellation)
    {
        if (type is not IErrorTypeSymbol)
            return IsWithin(type.ContainingNamespace?.ToDisplayString() ?? "", framework);
        return Bases(derived)
            .Prepend(derived)
            .Where(current => current.BaseType is IErrorTypeSymbol)
            .Any(current =>
                current.DeclaringSyntaxReferences.Any(part =>
                    NamesIn(part.SyntaxTree.GetRoot(cancellation)).Any(name => IsWithin(name, framework))
                )
            );
    }

    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }

    static IEnumerable<string> NamesIn(SyntaxNode root) =>
        root.DescendantNodes(node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BaseListSyntax or BaseTypeSyntax
            )
            .Select(node =>
                node switch
                {
                    UsingDirectiveSyntax directive => directive.Name?.ToString(),
                    QualifiedNameSyntax named => named.ToString(),
                    _ => null,
                }
            )
            .OfType<string>();

    static bool IsWithin(string name, string framework) => name == framework || name.StartsWith(framework + ".", StringComparison.Ordinal);
}

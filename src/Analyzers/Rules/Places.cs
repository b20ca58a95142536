using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Rules;

/// <summary>Where code is shown.</summary>
static class Places
{
    /// <summary>A declaration by its name, other code as a whole.</summary>
    public static Location Shown(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.GetLocation(),
            LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
            PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
            _ => node.GetLocation(),
        };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Syntax;

/// <summary>Which pieces of a type assign to which names, found in one pass over its syntax.</summary>
static class MemberWriters
{
    /// <summary>The executables of a type's declaration by the names that they assign to, in source order.</summary>
    public static ILookup<string, SyntaxNode> Of(SyntaxNode type) =>
        type.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Parent is not InitializerExpressionSyntax && !IsHandedIn(assignment.Right))
            .SelectMany(
                assignment => Names(assignment.Left),
                (assignment, name) => (Name: name, Writer: Declarations.Executable(assignment))
            )
            .Where(pair => pair.Writer is not null)
            .ToLookup(pair => pair.Name, pair => pair.Writer!);

    /// <summary>Whether a parameter is merely kept: then only the caller knows the value.</summary>
    static bool IsHandedIn(ExpressionSyntax value)
    {
        var kept = value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } guarded
            ? guarded.Left
            : value;
        return kept is IdentifierNameSyntax { Identifier.ValueText: var name }
            && kept.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()
                ?.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name) == true;
    }

    static IEnumerable<string> Names(ExpressionSyntax left) =>
        left switch
        {
            IdentifierNameSyntax identifier => [identifier.Identifier.ValueText],
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax identifier } => [identifier.Identifier.ValueText],
            TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(argument => Names(argument.Expression)),
            _ => [],
        };
}

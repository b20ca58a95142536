using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Verifiers;

/// <summary>How a verifier that an object makes once can be made by the one method that begins logins instead: nothing that runs before
/// it needs the verifier, and what makes it needs nothing that the method does not have.</summary>
/// <param name="Value">What makes it.</param>
/// <param name="Declaration">The private field or property that keeps it.</param>
/// <param name="Use">Its first use in the method.</param>
sealed record VerifierRenewal(ExpressionSyntax Value, SyntaxNode Declaration, SyntaxNode Use)
{
    /// <param name="value">The only value that is written to the member.</param>
    /// <param name="uses">The first use in each method that makes a challenge of it.</param>
    public static VerifierRenewal? Of(TypeDeclarationSyntax type, string name, ExpressionSyntax value, IReadOnlyList<SyntaxNode> uses)
    {
        if (
            uses is not [var use]
            || type.Modifiers.Any(SyntaxKind.PartialKeyword)
            || type.ParameterList is not null
            || DeclarationOf(type, name) is not { } declaration
            || !CanMove(value, declaration)
        )
            return null;
        return type.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(read => read.Identifier.ValueText == name && !IsTarget(read))
            .All(IsAfterwards)
            ? new VerifierRenewal(value, declaration, use)
            : null;
    }

    static SyntaxNode? DeclarationOf(TypeDeclarationSyntax type, string name) =>
        type
            .Members.Select(member =>
                member switch
                {
                    FieldDeclarationSyntax { Declaration.Variables: [var variable] } field
                        when variable.Identifier.ValueText == name && IsPrivate(field) => (SyntaxNode)variable,
                    PropertyDeclarationSyntax { ExpressionBody: null } property
                        when property.Identifier.ValueText == name && IsPrivate(property) => property,
                    _ => null,
                }
            )
            .FirstOrDefault(found => found is not null);

    static bool IsPrivate(MemberDeclarationSyntax member) =>
        member.Modifiers.All(modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ReadOnlyKeyword);

    /// <summary>Whether it is the member's initializer, or assigned by a statement of a constructor, and reads no parameter or local of
    /// it.</summary>
    static bool CanMove(ExpressionSyntax value, SyntaxNode declaration)
    {
        if (value.Parent is EqualsValueClauseSyntax && declaration.Span.Contains(value.Span))
            return true;
        return value.Parent
                is AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                    Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax constructor } }
                }
            && !value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(read => Declares(constructor, read.Identifier.ValueText));
    }

    static bool Declares(ConstructorDeclarationSyntax constructor, string name) =>
        constructor
            .DescendantNodes()
            .Any(node =>
                node switch
                {
                    ParameterSyntax parameter => parameter.Identifier.ValueText == name,
                    VariableDeclaratorSyntax local => local.Identifier.ValueText == name,
                    SingleVariableDesignationSyntax local => local.Identifier.ValueText == name,
                    _ => false,
                }
            );

    static bool IsTarget(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
        || name.Parent
            is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: AssignmentExpressionSyntax qualified } access
            && qualified.Left == access;

    /// <summary>Whether it is read by a method, and not while the object is made.</summary>
    static bool IsAfterwards(SyntaxNode read) =>
        Declarations.Executable(read) is MethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax;
}

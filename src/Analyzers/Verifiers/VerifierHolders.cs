using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Verifiers;

/// <summary>Members that hold a code verifier beside its code challenge: a tuple, or an object that stands for both.</summary>
static class VerifierHolders
{
    /// <summary>Objects that are made for a verifier. Settings and states may have a place for one, too, that is filled later.</summary>
    static readonly HashSet<string> Kinds = ["pkce", "proof", "verifier", "challenge"];

    static readonly string[] Makers = ["Create", "Generate", "New", "Make", "Build"];

    /// <summary>The names of a type's members that do.</summary>
    public static HashSet<string> In(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        [
            .. type
                .Members.SelectMany(Declared)
                .Where(declared =>
                    Holds(declared.Type, model, cancellation)
                    && (IsMade(declared.Value) || MakesItself(declared.Type, declared.Value, model, cancellation))
                )
                .Select(declared => declared.Name),
        ];

    static IEnumerable<(string Name, TypeSyntax Type, ExpressionSyntax? Value)> Declared(MemberDeclarationSyntax member) =>
        member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable =>
                (variable.Identifier.ValueText, field.Declaration.Type, variable.Initializer?.Value)
            ),
            PropertyDeclarationSyntax property => [(property.Identifier.ValueText, property.Type, property.Initializer?.Value)],
            _ => [],
        };

    static bool IsMade(ExpressionSyntax? value) =>
        value is InvocationExpressionSyntax call
        && Array.Exists(Makers, maker => call.MethodName().StartsWith(maker, StringComparison.Ordinal));

    /// <summary>Whether a new object of the type makes its verifier itself.</summary>
    static bool MakesItself(TypeSyntax type, ExpressionSyntax? value, SemanticModel model, CancellationToken cancellation) =>
        value is BaseObjectCreationExpressionSyntax
        && model.GetTypeInfo(type, cancellation).Type is { } holder
        && holder.DeclaringSyntaxReferences.Any(declaration => Makes(declaration.GetSyntax(cancellation)));

    static bool Makes(SyntaxNode type) =>
        type.DescendantNodes()
            .Any(node =>
                node switch
                {
                    PropertyDeclarationSyntax { Initializer.Value: var made } property => IsVerifier(property.Identifier) && IsDrawn(made),
                    VariableDeclaratorSyntax { Initializer.Value: var made, Parent.Parent: FieldDeclarationSyntax } field => IsVerifier(
                        field.Identifier
                    ) && IsDrawn(made),
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax member, Right: var made } assignment => IsVerifier(
                        member.Identifier
                    )
                        && IsDrawn(made)
                        && Declarations.Executable(assignment) is ConstructorDeclarationSyntax,
                    _ => false,
                }
            );

    static bool IsVerifier(SyntaxToken name) => Identifier.IsCodeOrBareVerifier(name.ValueText);

    static bool IsDrawn(ExpressionSyntax value) => SharedVerifier.Makes(value);

    static bool Holds(TypeSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type is TupleTypeSyntax tuple
            ? tuple.Elements.Any(element => Identifier.IsCodeOrBareVerifier(element.Identifier.ValueText))
            : model.GetTypeInfo(type, cancellation).Type is { TypeKind: not TypeKind.Error } holder
                && Identifier.Words(holder.Name).Any(Kinds.Contains)
                && holder
                    .GetMembers()
                    .Any(member => member is IPropertySymbol or IFieldSymbol && Identifier.IsCodeOrBareVerifier(member.Name));
}

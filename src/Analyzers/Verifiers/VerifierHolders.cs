using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>Members that hold a code verifier beside its code challenge: a tuple, or an object that stands for both.</summary>
sealed class VerifierHolders(CompilationCache cache, VerifierOrigins origins, CancellationToken cancellation)
{
    /// <summary>Objects that are made for a verifier. Settings and states may have a place for one, too, that is filled later.</summary>
    static readonly HashSet<string> Kinds = ["pkce", "proof", "verifier", "challenge"];

    /// <summary>The first words of methods that make one.</summary>
    static readonly string[] Makers = ["Create", "Generate", "New", "Make", "Build"];

    /// <summary>The names of a type's members that do.</summary>
    public HashSet<string> In(TypeDeclarationSyntax type) =>
        [
            .. type
                .Members.SelectMany(Declared)
                .Where(declared => Holds(declared.Type) && (IsMade(declared.Value) || MakesItself(declared.Type, declared.Value)))
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
        value is InvocationExpressionSyntax call && Array.Exists(Makers, maker => Identifier.BeginsWith(call.MethodName(), maker));

    /// <summary>Whether a new object of the type makes its verifier itself.</summary>
    bool MakesItself(TypeSyntax type, ExpressionSyntax? value) =>
        value is BaseObjectCreationExpressionSyntax
        && cache.TypeOf(type, cancellation) is { } holder
        && holder.DeclaringSyntaxReferences.Any(declaration => Makes(declaration.GetSyntax(cancellation)));

    bool Makes(SyntaxNode type) =>
        type.DescendantNodes()
            .Any(node =>
                node switch
                {
                    PropertyDeclarationSyntax { Initializer.Value: var made } property => IsVerifier(property.Identifier)
                        && origins.AreMade(made),
                    VariableDeclaratorSyntax { Initializer.Value: var made, Parent.Parent: FieldDeclarationSyntax } field => IsVerifier(
                        field.Identifier
                    ) && origins.AreMade(made),
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax member, Right: var made } assignment => IsVerifier(
                        member.Identifier
                    )
                        && origins.AreMade(made)
                        && Declarations.Executable(assignment) is ConstructorDeclarationSyntax,
                    _ => false,
                }
            );

    static bool IsVerifier(SyntaxToken name) => Identifier.IsCodeOrBareVerifier(name.ValueText);

    bool Holds(TypeSyntax type) =>
        type is TupleTypeSyntax tuple
            ? tuple.Elements.Any(element => Identifier.IsCodeOrBareVerifier(element.Identifier.ValueText))
            : cache.TypeOf(type, cancellation) is { TypeKind: not TypeKind.Error } holder
                && Identifier.Words(holder.Name).Any(Kinds.Contains)
                && holder
                    .GetMembers()
                    .Any(member => member is IPropertySymbol or IFieldSymbol && Identifier.IsCodeOrBareVerifier(member.Name));
}

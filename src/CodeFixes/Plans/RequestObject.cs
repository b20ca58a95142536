using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Requests that are objects of the program's own types, whose members say by an attribute or by their names what they are on the
/// wire.</summary>
sealed class RequestObject(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>The members of the object that take the proof key or, where the type has none, a member that they can be modelled on; null
    /// where the object is not made by an initializer, or not there alone.</summary>
    public InsertionPoint? PointIn(Request request)
    {
        if (
            (request.Creation ?? request.Place).AncestorsAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault()
            is not { Initializer: { RawKind: (int)SyntaxKind.ObjectInitializerExpression } initializer } creation
        )
            return null;
        // What a base type has, or another object of the type needs, is not looked into.
        if (
            cache.TypeOf(creation, cancellation) is not INamedTypeSymbol { BaseType.SpecialType: SpecialType.System_Object } type
            || IsMadeElsewhere(type, creation)
        )
            return null;
        var wanted = request.ProofParameters;
        var declared = wanted
            .Select(name => type.GetMembers().FirstOrDefault(member => IsText(member) && MemberNames.WireNameOf(member) == name))
            .OfType<ISymbol>()
            .ToList();
        if (declared.Count == wanted.Length)
            return declared.Any(member => Sets(initializer, member.Name))
                ? null
                : new InsertionPoint(InsertionKind.Members, creation) { Names = [.. declared.Select(member => member.Name)] };
        if (declared.Count > 0)
            return null;
        // By the type alone, so that all requests of it choose the same.
        return
            type.GetMembers()
                .Where(IsText)
                .Select(member => (Member: member, Declaration: DeclarationOf(member)))
                .LastOrDefault(one => one.Declaration is not null)
                is { Declaration: { } declaration, Member: { } pattern }
            && NameIn(declaration, pattern) is { } name
            ? new InsertionPoint(InsertionKind.NewMembers, creation) { Member = (declaration, name) }
            : null;
    }

    bool IsMadeElsewhere(INamedTypeSymbol type, BaseObjectCreationExpressionSyntax creation) =>
        cache
            .UsesOf(type.Name, cancellation)
            .Any(name =>
                name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>(node => node.Type.Span.Contains(name.Span)) is { } other
                && other != creation
            );

    static bool Sets(InitializerExpressionSyntax initializer, string member) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>().Any(set => set.Left.ToString() == member);

    static bool IsText(ISymbol member) =>
        MemberNames.WireNameOf(member) is not null
        && member
            is IPropertySymbol
                {
                    Type.SpecialType: SpecialType.System_String,
                    SetMethod.DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected)
                }
                or IFieldSymbol { Type.SpecialType: SpecialType.System_String, IsReadOnly: false };

    MemberDeclarationSyntax? DeclarationOf(ISymbol member) =>
        member.DeclaringSyntaxReferences is [var reference] && cache.IsOwn(reference.SyntaxTree)
            ? reference.GetSyntax(cancellation).FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
            {
                PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } property
                    when accessors.All(accessor => accessor is { Body: null, ExpressionBody: null })
                        && !property.Modifiers.Any(IsOfInheritance) => property,
                FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field => field,
                _ => null,
            }
            : null;

    /// <summary>Where the declaration tells the name on the wire.</summary>
    static TextSpan? NameIn(MemberDeclarationSyntax declaration, ISymbol member)
    {
        var name = MemberNames.WireNameOf(member);
        if (
            declaration
                .AttributeLists.SelectMany(list => list.DescendantNodes())
                .OfType<LiteralExpressionSyntax>()
                .Where(literal => literal.Token.ValueText == name)
                .ToList()
            is [var literal]
        )
            return literal.Span;
        return member.Name == name
            ? declaration.DescendantTokens().First(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name).Span
            : null;
    }

    static bool IsOfInheritance(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword or SyntaxKind.NewKeyword;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static PkceAnalyzers.Equivalence.Tests.Rewrites.SourceFile;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>What things are called.</summary>
static class NameRewrites
{
    public static IReadOnlyList<Rewrite> All { get; } =
    [
        Rewrite.OfNames("variables that say nothing", file => Renamed(file, IsVariable, (symbol, number) => $"v{number}")),
        Rewrite.OfNames("variables of the same names in each function", file => Renamed(file, IsVariable, (symbol, number) => $"same{OrdinalOf(symbol, file)}")),
        Rewrite.OfNames("private members that say nothing", file => Renamed(file, IsPrivateMember, (symbol, number) => $"M{number}")),
        Rewrite.OfNames("types that say nothing", file => Renamed(file, symbol => symbol is INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false, BaseType.SpecialType: SpecialType.System_Object }, (symbol, number) => $"T{number}")),
    ];

    static bool IsVariable(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => true,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => true,
        // Public parameters, and those of endpoints, are named as on the wire.
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } } => true,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } } => true,
        _ => false,
    };

    static bool IsPrivateMember(ISymbol symbol) => symbol is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false } and (IFieldSymbol or IPropertySymbol { IsIndexer: false } or IMethodSymbol { MethodKind: MethodKind.Ordinary });

    /// <summary>Its number among the variables of its function and of those around it, so that functions beside each other use the same names.</summary>
    static int OrdinalOf(ISymbol symbol, SourceFile file)
    {
        var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax();
        var function = FunctionOf(declaration);
        var own = Declared(function, file).ToList();
        var outer = function.Ancestors().Where(IsFunction).Sum(around => Declared(around, file).Count());
        return outer + own.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, symbol));
    }

    static IEnumerable<ISymbol> Declared(SyntaxNode function, SourceFile file) => function.DescendantNodes().Select(node => file.Model.GetDeclaredSymbol(node)).OfType<ISymbol>().Where(IsVariable)
        .Where(symbol => FunctionOf(symbol.DeclaringSyntaxReferences[0].GetSyntax()) == function).Distinct(SymbolEqualityComparer.Default)!;

    static SyntaxNode FunctionOf(SyntaxNode node) => node.Ancestors().First(IsFunction);

    static bool IsFunction(SyntaxNode node) => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax;

    static IEnumerable<TextChange> Renamed(SourceFile file, Func<ISymbol, bool> wanted, Func<ISymbol, int, string> name)
    {
        var names = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var kept = new HashSet<ISymbol>(file.All<InvocationExpressionSyntax>().Where(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" })
            .SelectMany(call => call.DescendantNodes().OfType<IdentifierNameSyntax>()).Select(use => file.Model.GetSymbolInfo(use).Symbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        foreach (var symbol in file.Root.DescendantNodes().Select(node => file.Model.GetDeclaredSymbol(node)).OfType<ISymbol>().Where(symbol => wanted(symbol) && !kept.Contains(symbol)
            && symbol.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree == file.Root.SyntaxTree)))
        {
            if (!names.ContainsKey(symbol))
                names.Add(symbol, name(symbol, names.Count));
        }
        foreach (var token in file.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            var symbol = token.Parent is IdentifierNameSyntax use ? file.Model.GetSymbolInfo(use).Symbol : token.Parent is null ? null : file.Model.GetDeclaredSymbol(token.Parent);
            if (token.Parent is ConstructorDeclarationSyntax or DestructorDeclarationSyntax || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
                symbol = symbol?.ContainingType;
            if (symbol is null || !names.TryGetValue(symbol.OriginalDefinition, out var changed))
                continue;
            yield return new TextChange(token.Span, token.Parent!.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? $"{token.ValueText} = {changed}" : changed);
        }
    }
}

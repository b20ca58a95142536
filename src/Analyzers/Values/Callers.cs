using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Finds the code that uses a member: looked for only when a request leaves its member unfinished.</summary>
static class Callers
{
    const int Most = 8;

    /// <summary>How many uses of a name are bound to see whether they mean the member.</summary>
    const int MostBound = 50;

    /// <summary>The executables that name the member which an executable belongs to, those of its own file first.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode executable, CompilationCache cache, CancellationToken cancellation) =>
        Uses(executable, cache, cancellation)
            .Take(MostBound)
            .Where(use => Means(use, executable, cache, cancellation))
            .Select(use => Declarations.Executable(use))
            .OfType<SyntaxNode>()
            .Where(user => user != executable)
            .Distinct()
            .Take(Most);

    /// <summary>Every call of the methods that <paramref name="declarations"/> declare; null where there are too many to tell, or where one
    /// of them is used in another way than by a call.</summary>
    public static ImmutableArray<InvocationExpressionSyntax>? CallsOf(
        ImmutableArray<MethodDeclarationSyntax> declarations,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var uses = Uses(declarations[0], cache, cancellation).Take(MostBound + 1).ToList();
        if (uses.Count > MostBound)
            return null;
        var calls = ImmutableArray.CreateBuilder<InvocationExpressionSyntax>();
        foreach (var use in uses.Where(use => declarations.Any(declaration => Means(use, declaration, cache, cancellation))))
        {
            var called = use.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? use.Parent : use;
            if (called.Parent is InvocationExpressionSyntax call && call.Expression == called && calls.Count < Most)
                calls.Add(call);
            else if (
                use.FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is not { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
            )
                return null;
        }
        return calls.ToImmutable();
    }

    /// <summary>What the program passes for a parameter of one of its methods; nothing where not all calls are known.</summary>
    public static IReadOnlyList<ExpressionSyntax> PassedFor(
        IParameterSymbol parameter,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        ImmutableArray<MethodDeclarationSyntax> declarations =
        [
            .. parameter
                .ContainingSymbol.DeclaringSyntaxReferences.Where(reference => cache.IsOwn(reference.SyntaxTree))
                .Select(reference => reference.GetSyntax(cancellation))
                .OfType<MethodDeclarationSyntax>(),
        ];
        if (declarations.IsEmpty || CallsOf(declarations, cache, cancellation) is not { } calls)
            return [];
        return
        [
            .. calls
                .Select(call => cache.ModelOf(call.SyntaxTree).GetOperation(call, cancellation))
                .OfType<IInvocationOperation>()
                .SelectMany(call => call.Arguments)
                .Where(argument =>
                    argument.ArgumentKind == ArgumentKind.Explicit
                    && SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition)
                )
                .Select(argument => argument.Value.Syntax)
                .OfType<ExpressionSyntax>(),
        ];
    }

    /// <summary>The uses of the names of the member which an executable belongs to, those of its own file first.</summary>
    static IEnumerable<SimpleNameSyntax> Uses(SyntaxNode executable, CompilationCache cache, CancellationToken cancellation)
    {
        var names = NamesOf(executable);
        var own = executable.SyntaxTree;
        return names
            .SelectMany(name => cache.TreesNaming(name, cancellation))
            .Distinct()
            .OrderBy(tree => tree != own)
            .SelectMany(tree => names.SelectMany(name => cache.NamesIn(tree, cancellation)[name]))
            .Where(IsUse);
    }

    /// <summary>The names by which code uses an executable; what makes a new object is used by its type's name too.</summary>
    static string[] NamesOf(SyntaxNode executable) =>
        executable switch
        {
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            ConstructorDeclarationSyntax constructor => [constructor.Identifier.ValueText],
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => [variable.Identifier.ValueText],
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax type } property } =>
            [
                property.Identifier.ValueText,
                type.Identifier.ValueText,
            ],
            _ => executable.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } owner ? [owner.Identifier.ValueText] : [],
        };

    /// <summary>Whether a name means the member, or the type, that the executable belongs to, as far as it binds.</summary>
    static bool Means(SimpleNameSyntax use, SyntaxNode executable, CompilationCache cache, CancellationToken cancellation)
    {
        var found = cache.ModelOf(use.SyntaxTree).GetSymbolInfo(use, cancellation);
        var symbols = found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols;
        return symbols.IsEmpty
            || symbols.Any(candidate =>
                ((candidate as IMethodSymbol)?.ReducedFrom ?? candidate).OriginalDefinition.DeclaringSyntaxReferences.Any(declaration =>
                    declaration.SyntaxTree == executable.SyntaxTree
                    && (declaration.Span.Contains(executable.Span) || executable.Span.Contains(declaration.Span))
                )
            );
    }

    static bool IsUse(SimpleNameSyntax name) =>
        name.Parent is not (NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax)
            && name.Parent is not AssignmentExpressionSyntax { Left: var left }
        || name.Parent is AssignmentExpressionSyntax { Right: var right } && right == name;
}

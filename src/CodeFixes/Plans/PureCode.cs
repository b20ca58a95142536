using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Tells code that does nothing but make a value, so that another value can take its place, from code that also stores the
/// value, reads one that is stored, or chooses between several.</summary>
sealed class PureCode(CompilationCache cache, CancellationToken cancellation)
{
    const int MostCalls = 4;

    /// <summary>Namespaces whose methods do nothing but give a value, or fill an array.</summary>
    static readonly HashSet<string> Pure =
    [
        "System",
        "System.Buffers",
        "System.Buffers.Text",
        "System.Globalization",
        "System.Linq",
        "System.Net",
        "System.Numerics",
        "System.Runtime.InteropServices",
        "System.Security.Cryptography",
        "System.Text",
        "System.Text.RegularExpressions",
        "System.Web",
        "Microsoft.AspNetCore.WebUtilities",
        "Microsoft.IdentityModel.Tokens",
        "UnityEngine",
    ];

    static readonly HashSet<string> Impure = ["Activator", "AppContext", "AppDomain", "Console", "Environment", "GC"];

    readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>Whether the expression or function, and what it calls, does nothing else.</summary>
    public bool Is(SyntaxNode code) => Is(code, 0);

    bool Is(SyntaxNode code, int step) =>
        !_seen.Add(code)
        || step <= MostCalls
            && ResultsOf(code).Take(2).Count() < 2
            && code.DescendantNodesAndSelf()
                .All(node =>
                    node switch
                    {
                        AwaitExpressionSyntax => false,
                        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => IsWithin(
                            code,
                            assignment.Left
                        ),
                        PostfixUnaryExpressionSyntax
                        {
                            RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression,
                            Operand: var counter
                        } => IsWithin(code, counter),
                        PrefixUnaryExpressionSyntax
                        {
                            RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
                            Operand: var counter
                        } => IsWithin(code, counter),
                        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: var other } => other
                            is ThrowExpressionSyntax
                                or LiteralExpressionSyntax,
                        ConditionalExpressionSyntax or SwitchExpressionSyntax => !IsText((ExpressionSyntax)node),
                        InvocationExpressionSyntax call => IsPure(code, call, step),
                        SimpleNameSyntax name when SymbolOf(name) is IPropertySymbol property => IsRead(property, step),
                        _ => true,
                    }
                );

    /// <summary>The texts that a function gives back, one way or the other.</summary>
    IEnumerable<ReturnStatementSyntax> ResultsOf(SyntaxNode code) =>
        code.DescendantNodes(node => node == code || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Where(result => result.Expression is { } value && IsText(value));

    /// <summary>Whether what is written to lives no longer than the code runs.</summary>
    bool IsWithin(SyntaxNode code, ExpressionSyntax target) =>
        target switch
        {
            TupleExpressionSyntax tuple => tuple.Arguments.All(part => IsWithin(code, part.Expression)),
            DeclarationExpressionSyntax => true,
            IdentifierNameSyntax name => IsDeclaredIn(code, SymbolOf(name)),
            ElementAccessExpressionSyntax { Expression: var owner } => SymbolOf(owner) is ILocalSymbol or IParameterSymbol
                && (IsDeclaredIn(code, SymbolOf(owner)) && IsArray(TypeOf(owner)) || IsMadeIn(code, owner)),
            _ => false,
        };

    static bool IsArray(ITypeSymbol? type) => type is IArrayTypeSymbol or INamedTypeSymbol { Name: "Span" };

    bool IsDeclaredIn(SyntaxNode code, ISymbol? symbol) =>
        symbol is ILocalSymbol or IParameterSymbol
        && symbol.DeclaringSyntaxReferences is [var reference]
        && reference.SyntaxTree == code.SyntaxTree
        && code.Span.Contains(reference.Span);

    /// <summary>Whether an object is made by the code: no other name of what is stored elsewhere.</summary>
    bool IsMadeIn(SyntaxNode code, ExpressionSyntax owner) =>
        SymbolOf(owner) is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
        && IsDeclaredIn(code, local)
        && reference.GetSyntax(cancellation)
            is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax };

    bool IsPure(SyntaxNode code, InvocationExpressionSyntax call, int step)
    {
        var receiver = call.Receiver();
        var info = cache.ModelOf(call.SyntaxTree).GetSymbolInfo(call, cancellation);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
            return IsUnresolved(call, receiver);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return IsDeclaredIn(code, SymbolOf(call.Expression));
        if (receiver is not null && IsMadeIn(code, receiver))
            return true;
        if ((method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences is [var reference, ..])
            return cache.IsOwn(reference.SyntaxTree)
                && Declarations.BodyOf(reference.GetSyntax(cancellation)) is { Parent: { } declaration }
                && Is(declaration, step + 1);
        var type = method.ContainingType;
        return Pure.Contains(type.ContainingNamespace?.ToDisplayString() ?? "") && !Impure.Contains(type.Name);
    }

    /// <summary>A method of a type that does not resolve, which gives a value. An object that it may be stored in is none.</summary>
    bool IsUnresolved(InvocationExpressionSyntax call, ExpressionSyntax? receiver) =>
        cache.ModelOf(call.SyntaxTree).GetConstantValue(call, cancellation).HasValue
        || receiver is not null
            && call.Parent is not ExpressionStatementSyntax
            && receiver.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault() is { } root
            && SymbolOf(root) is null or INamespaceOrTypeSymbol;

    bool IsRead(IPropertySymbol property, int step) =>
        property.DeclaringSyntaxReferences is not [var reference]
        || reference.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration
        || declaration.AccessorList?.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }) == true
        || cache.IsOwn(declaration.SyntaxTree) && Is(declaration, step + 1);

    bool IsText(ExpressionSyntax value) => TypeOf(value)?.SpecialType == SpecialType.System_String;

    ITypeSymbol? TypeOf(ExpressionSyntax value) => cache.TypeOf(value, cancellation);

    ISymbol? SymbolOf(ExpressionSyntax value) => cache.SymbolOf(value, cancellation);
}

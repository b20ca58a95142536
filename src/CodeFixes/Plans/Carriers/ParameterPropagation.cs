using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>A method that can be given a parameter.</summary>
/// <param name="Declarations">The method, then the interface methods that it alone implements.</param>
/// <param name="Calls">All its calls in the compilation.</param>
/// <param name="IsPublicApi">Whether programs outside of this one may call it. A web application is a library, too, by its output.</param>
sealed record ParameterPropagation(
    ImmutableArray<MethodDeclarationSyntax> Declarations,
    ImmutableArray<InvocationExpressionSyntax> Calls,
    bool IsPublicApi
)
{
    /// <summary>Null where the method's shape is not its own to change, or where it is not called.</summary>
    public static ParameterPropagation? Of(MethodDeclarationSyntax method, CompilationCache cache, CancellationToken cancellation)
    {
        if (
            method.ExplicitInterfaceSpecifier is not null
            || method.Modifiers.Any(modifier =>
                modifier.Kind()
                    is SyntaxKind.OverrideKeyword
                        or SyntaxKind.VirtualKeyword
                        or SyntaxKind.AbstractKeyword
                        or SyntaxKind.PartialKeyword
                        or SyntaxKind.ExternKeyword
            )
        )
            return null;
        if (
            cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol
            || FrameworkCall.IsExpectedOf(symbol)
            || InterfaceMethods(symbol, cache, cancellation) is not { } interfaces
        )
            return null;
        var declarations = interfaces.Insert(0, method);
        return Callers.CallsOf(declarations, cache, cancellation) is { IsEmpty: false } calls
            ? new ParameterPropagation(
                declarations,
                calls,
                IsPublic(symbol) && !ProgramOutput.IsExecutable(cache.Compilation, cancellation)
            )
            : null;
    }

    static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));

    /// <summary>Null where an interface is not of this compilation, or has other implementations.</summary>
    static ImmutableArray<MethodDeclarationSyntax>? InterfaceMethods(
        IMethodSymbol method,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var found = ImmutableArray.CreateBuilder<MethodDeclarationSyntax>();
        foreach (var member in method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>())
        {
            if (!SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                continue;
            if (
                !SymbolEqualityComparer.Default.Equals(cache.SoleImplementation(member), method)
                || member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration
                || !cache.IsOwn(declaration.SyntaxTree)
            )
                return null;
            found.Add(declaration);
        }
        return found.ToImmutable();
    }
}

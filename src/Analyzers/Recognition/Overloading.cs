using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>Overloads that take the proof key's parameter of a request from their caller.</summary>
static class Overloading
{
    static readonly SyntaxKind[] Bound =
        [SyntaxKind.PrivateKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.PartialKeyword, SyntaxKind.ExternKeyword, SyntaxKind.NewKeyword];

    /// <summary>The method that makes a request and can get such an overload; null where no code calls it by itself (what answers HTTP requests or
    /// events, the entry point), or where nothing outside of its type does.</summary>
    public static MethodDeclarationSyntax? MethodOf(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        if (request.Executable is not MethodDeclarationSyntax { ContainsDirectives: false, ExplicitInterfaceSpecifier: null } method || Declarations.Executable(request.Place) != method)
            return null;
        if (method.Modifiers.Any(modifier => Bound.Contains(modifier.Kind())) || cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol)
            return null;
        if (symbol.DeclaredAccessibility == Accessibility.Private || symbol.Name == WellKnownMemberNames.EntryPointMethodName || IsEventHandler(symbol))
            return null;
        return Carrying.IsMadePerRequest(symbol.ContainingType, cache, cancellation) ? null : method;
    }

    /// <summary>Whether a request is an obsolete method's that has such an overload: it is there for callers that have not changed yet.</summary>
    public static bool Supersedes(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        if (request.Executable is not MethodDeclarationSyntax { AttributeLists.Count: > 0 } method || cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol)
            return false;
        return symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute))
            && symbol.ContainingType.GetMembers(symbol.Name).OfType<IMethodSymbol>().Any(other => other.Parameters.Any(parameter => parameter.Name == NameOfParameter(request.Kind)));
    }

    static string NameOfParameter(RequestKind kind) => kind == RequestKind.Token ? "codeVerifier" : "codeChallenge";

    static bool IsEventHandler(IMethodSymbol method) => method.Parameters is [{ Type.SpecialType: SpecialType.System_Object }, { Type.Name: var second }] && second.EndsWith("EventArgs", StringComparison.Ordinal);
}

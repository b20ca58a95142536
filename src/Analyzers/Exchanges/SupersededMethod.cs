using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>Obsolete methods that make requests without the proof key, beside overloads that make them with it.</summary>
static class SupersededMethod
{
    /// <summary>Whether a request is an obsolete method's that has an overload which takes the proof key's parameter: it is there for
    /// callers that have not changed yet.</summary>
    public static bool Makes(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        if (
            request.Executable is not MethodDeclarationSyntax { AttributeLists.Count: > 0 } method
            || cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol
        )
            return false;
        return symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute))
            && symbol
                .ContainingType.GetMembers(symbol.Name)
                .OfType<IMethodSymbol>()
                .Any(other => other.Parameters.Any(parameter => parameter.Name == NameOfParameter(request.Kind)));
    }

    static string NameOfParameter(RequestKind kind) => kind == RequestKind.Token ? "codeVerifier" : "codeChallenge";
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>What a web framework's classes have to keep something of one user from one HTTP request to another.</summary>
static class WebStore
{
    const string AspNetCore = "Microsoft.AspNetCore";
    const string AspNet = "System.Web";

    /// <summary>One of <see cref="Repair"/>'s ways that need no set-up which the program may lack; null where the type is none that answers HTTP
    /// requests.</summary>
    public static string? Of(INamedTypeSymbol type, CompilationCache cache, CancellationToken cancellation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Controller" or "PageModel" && IsOf(AspNetCore, current, type))
                return UsesSession(type, cache, cancellation) ? Repair.CarryHttpSession : Repair.CarryTempData;
            if (current.Name is "ControllerBase" && IsOf(AspNetCore, current, type))
                return UsesSession(type, cache, cancellation) ? Repair.CarryHttpSession : null;
            if (current.Name is "Controller" or "Page" && IsOf(AspNet, current, type))
                return Repair.CarrySession;
        }
        return null;
    }

    /// <summary>Whether a base type is of a framework: by its namespace or, where it does not resolve, by the using directives of the files that
    /// declare the type.</summary>
    static bool IsOf(string framework, INamedTypeSymbol type, INamedTypeSymbol derived)
    {
        if (type is not IErrorTypeSymbol)
            return IsWithin(type.ContainingNamespace?.ToDisplayString() ?? "", framework);
        for (var current = derived; current is not null and not IErrorTypeSymbol; current = current.BaseType)
        {
            if (current.BaseType is IErrorTypeSymbol)
                return current.DeclaringSyntaxReferences.Any(part => part.SyntaxTree.GetRoot() is CompilationUnitSyntax unit && Usings(unit).Any(name => IsWithin(name, framework)));
        }
        return false;
    }

    static IEnumerable<string> Usings(CompilationUnitSyntax unit) => unit.Usings.Concat(unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Usings))
        .Select(directive => directive.Name?.ToString() ?? "");

    static bool IsWithin(string name, string framework) => name == framework || name.StartsWith(framework + ".", StringComparison.Ordinal);

    /// <summary>Whether the type keeps things in the session already, so that the program has one.</summary>
    static bool UsesSession(INamedTypeSymbol type, CompilationCache cache, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Where(part => cache.Compilation.ContainsSyntaxTree(part.SyntaxTree))
        .Any(part => cache.NamesIn(part.SyntaxTree, cancellation)["Session"].Any(name => name.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "HttpContext" } }));
}

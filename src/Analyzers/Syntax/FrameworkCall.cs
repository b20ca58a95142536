using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Syntax;

/// <summary>Methods that frameworks find by an attribute and call: their parameters are not the program's to change.</summary>
static class FrameworkCall
{
    /// <summary>Where the attributes live that compilers, analyzers and readers look at.</summary>
    static readonly string[] ForTools =
    [
        "System",
        "System.ComponentModel",
        "System.Diagnostics",
        "System.Diagnostics.CodeAnalysis",
        "System.Runtime.CompilerServices",
    ];

    /// <summary>Also where an attribute does not resolve: most that are not the platform's are for such a framework.</summary>
    public static bool IsExpectedOf(IMethodSymbol method) =>
        method
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass is not { TypeKind: not TypeKind.Error } type
                || !ForTools.Contains(type.ContainingNamespace.ToDisplayString())
            );
}

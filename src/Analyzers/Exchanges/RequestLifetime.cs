using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>Which objects live as long as one HTTP request of a web program, and no longer.</summary>
sealed class RequestLifetime(CompilationCache cache, CancellationToken cancellation)
{
    public bool IsOneRequest(INamedTypeSymbol type)
    {
        if (Functions.Bases(type).Any(framework => HostSetup.IsMadeForRequest(framework.Name)))
            return true;
        if (!HostSetup.WebHosts.Any(IsUsed) || HostSetup.Keepers.Any(IsUsed) || IsRegistered(type, HostSetup.ProcessWide))
            return false;
        return IsRegistered(type, HostSetup.Scoped) || IsRegistered(type, HostSetup.Transient) && !IsHeldForLonger(type);
    }

    bool IsUsed(string name) => cache.UsesOf(name, cancellation).Any();

    bool IsRegistered(INamedTypeSymbol type, string[] methods) =>
        methods.Any(method =>
            cache
                .UsesOf(method, cancellation)
                .Any(use => use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && TypesIn(use, call).Contains(type.Name))
        );

    /// <summary>The types that a registration names: <c>AddScoped&lt;I, T&gt;()</c>, <c>AddScoped(typeof(T))</c>, <c>AddScoped(_ => new
    /// T())</c>.</summary>
    static IEnumerable<string> TypesIn(SimpleNameSyntax use, InvocationExpressionSyntax call)
    {
        IEnumerable<TypeSyntax> named = use is GenericNameSyntax { TypeArgumentList.Arguments: var arguments } ? arguments : [];
        return named
            .Concat(
                call.ArgumentList.DescendantNodes()
                    .Select(node => (node as TypeOfExpressionSyntax)?.Type ?? (node as ObjectCreationExpressionSyntax)?.Type)
                    .OfType<TypeSyntax>()
            )
            .Select(written => written.GetLastToken().ValueText);
    }

    /// <summary>Whether an object that lives for longer takes one when it is made.</summary>
    bool IsHeldForLonger(INamedTypeSymbol type) =>
        cache
            .UsesOf(type.Name, cancellation)
            .Concat(type.Interfaces.SelectMany(one => cache.UsesOf(one.Name, cancellation)))
            .Select(use => use.FirstAncestorOrSelf<ParameterSyntax>()?.FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .OfType<TypeDeclarationSyntax>()
            .Any(holder =>
                cache.ModelOf(holder.SyntaxTree).GetDeclaredSymbol(holder, cancellation) is INamedTypeSymbol symbol
                && IsRegistered(symbol, HostSetup.ProcessWide)
            );
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>The requests of a file that lack the proof key, by the member and by the type that they lie in.</summary>
sealed class UnboundRequests
{
    readonly CompilationCache _cache;
    readonly ILookup<SyntaxNode, Request> _byMember;
    readonly ILookup<ISymbol?, Request> _byType;

    public UnboundRequests(IEnumerable<Request> requests, CompilationCache cache)
    {
        _cache = cache;
        var unbound = requests.Where(request => request.Proof == Presence.Never).ToList();
        _byMember = unbound.ToLookup(request => request.Executable);
        _byType = unbound.ToLookup(request => (ISymbol?)TypeOf(request), SymbolEqualityComparer.Default);
    }

    public IEnumerable<Request> InMember(Request request) => _byMember[request.Executable];

    public IEnumerable<Request> InType(Request request) => TypeOf(request) is { } type ? _byType[type] : [];

    public INamedTypeSymbol? TypeOf(Request request) => request.Place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        ? _cache.ModelOf(type.SyntaxTree).GetDeclaredSymbol(type) as INamedTypeSymbol : null;
}

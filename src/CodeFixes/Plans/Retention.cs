using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Tells whether what the code of one request keeps is still the same for the code of another.</summary>
/// <param name="begin">Where it is kept, or read from what keeps it.</param>
/// <param name="end">Where it is needed again.</param>
sealed class Retention(SyntaxNode begin, SyntaxNode end, CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>How many callers of callers are asked.</summary>
    const int MostSteps = 3;

    /// <summary>Whether none of <paramref name="changes"/> is seen to run between the two.</summary>
    public bool Outlasts(IEnumerable<SyntaxNode> changes) => !changes.Any(change => RunsBetween(change, 0));

    bool RunsBetween(SyntaxNode change, int step)
    {
        if (Functions.Around(change) is not { } function)
            return false;
        return IsBetween(change, function) || step < MostSteps && UsesOf(function).Any(use => RunsBetween(use, step + 1));
    }

    /// <summary>Whether a place comes after the beginning and before the end in a function that holds, or calls, one of them or
    /// both.</summary>
    bool IsBetween(SyntaxNode change, SyntaxNode function)
    {
        var place = change.SpanStart;
        var begins = PlacesIn(function, begin);
        var ends = PlacesIn(function, end);
        return begins.Exists(first => first < place && !ends.Exists(last => first < last && last <= place) && !Fails(change, first))
            || ends.Exists(last => place < last && !begins.Exists(first => place <= first && first < last) && !Leaves(change, last));
    }

    /// <summary>Where a function comes to a place: to the place itself, or to what calls the place's function.</summary>
    List<int> PlacesIn(SyntaxNode function, SyntaxNode place) =>
        Functions.Around(place) switch
        {
            null => [],
            var around when around == function => [place.SpanStart],
            var around => [.. UsesOf(around).Where(use => Functions.Around(use) == function).Select(use => use.SpanStart)],
        };

    static bool Fails(SyntaxNode change, int position) => LastBesides(change, position) is ThrowStatementSyntax;

    static bool Leaves(SyntaxNode change, int position) => LastBesides(change, position) is ReturnStatementSyntax or ThrowStatementSyntax;

    /// <summary>The last of the statements that a place runs with, where a position is not among them.</summary>
    static StatementSyntax? LastBesides(SyntaxNode place, int position) =>
        place.FirstAncestorOrSelf<BlockSyntax>() is { Statements: [.., var last] } block && !block.Span.Contains(position) ? last : null;

    IEnumerable<SimpleNameSyntax> UsesOf(SyntaxNode function) =>
        cache.ModelOf(function.SyntaxTree).GetDeclaredSymbol(function, cancellation) is IMethodSymbol method
            ? cache
                .UsesOf(((method.AssociatedSymbol as IPropertySymbol)?.Name ?? method.Name), cancellation)
                .Where(use => Means(use, method))
            : [];

    bool Means(SimpleNameSyntax use, IMethodSymbol method)
    {
        var found = cache.ModelOf(use.SyntaxTree).GetSymbolInfo(use, cancellation);
        var symbols = found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols;
        return symbols.IsEmpty || symbols.Any(candidate => MayRun(candidate.OriginalDefinition, method));
    }

    static bool MayRun(ISymbol named, IMethodSymbol method)
    {
        ISymbol member = method.AssociatedSymbol ?? method;
        if (named.ContainingType is { TypeKind: TypeKind.Interface } type)
            return method.ContainingType.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, type));
        for (var current = member; current is not null; current = Overridden(current))
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, named))
                return true;
        }
        return false;
    }

    static ISymbol? Overridden(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
}

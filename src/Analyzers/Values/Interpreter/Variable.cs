using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>A local, parameter or flow capture of one activation of a member.</summary>
readonly record struct Variable(Frame Frame, object Symbol)
{
    public bool Equals(Variable other) =>
        ReferenceEquals(Frame, other.Frame)
        && (
            Symbol is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, other.Symbol as ISymbol) : Symbol.Equals(other.Symbol)
        );

    public override int GetHashCode() =>
        Symbol is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : Symbol.GetHashCode();
}

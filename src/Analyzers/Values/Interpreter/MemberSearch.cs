using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>The search for the value of one member, which may lead through those of others: what it has found on its way, and
/// the steps that are left to it in all.</summary>
sealed class MemberSearch
{
    const int MostSteps = 2_000;

    /// <summary>The members whose values are being looked for, each on the way to the one before.</summary>
    public HashSet<ISymbol> Asked { get; } = new(SymbolEqualityComparer.Default);

    public Dictionary<ISymbol, MemberValue> Known { get; } = new(SymbolEqualityComparer.Default);

    public int StepsLeft { get; set; } = MostSteps;
}

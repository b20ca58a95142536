using System.Collections.Immutable;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A tuple, a key/value pair, or the elements of one.</summary>
sealed record Sequence(ImmutableArray<Value> Items) : Value
{
    public override SourceSet Sources => Items.Aggregate(SourceSet.None, (all, item) => all | item.Sources);

    public bool Equals(Sequence? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}

using System.Collections.Immutable;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What is known of a value at a point of the program. Immutable; equal when the same is known.</summary>
abstract record Value
{
    /// <summary>Where the value's content came from, as far as rules ask for it; a bounded set.</summary>
    public virtual SourceSet Sources => SourceSet.None;

    /// <summary>The values it may be: itself, or the members of a <see cref="Choice"/>.</summary>
    public virtual ImmutableArray<Value> Alternatives => [this];
}

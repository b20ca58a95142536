using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Syntax;

/// <summary>A source and the expression that draws from it.</summary>
readonly record struct Source(SourceKind Kind, SyntaxNode Place)
{
    /// <summary>Whether each evaluation of the expression gives another value.</summary>
    public bool IsDraw =>
        Kind is SourceKind.SecureRandom or SourceKind.PredictableRandom or SourceKind.Guid or SourceKind.Clock or SourceKind.HashCode;
}

/// <summary>A small set of sources; more than <see cref="Most"/> are not kept.</summary>
readonly struct SourceSet : IEquatable<SourceSet>
{
    const int Most = 8;

    readonly ImmutableArray<Source> _items;

    SourceSet(ImmutableArray<Source> items) => _items = items;

    public static SourceSet None => default;

    public ImmutableArray<Source> Items => _items.IsDefault ? [] : _items;

    public static SourceSet Of(SourceKind kind, SyntaxNode place) => new([new Source(kind, place)]);

    public bool Has(SourceKind kind) => Items.Any(source => source.Kind == kind);

    public static SourceSet operator |(SourceSet one, SourceSet other)
    {
        if (one.Items.IsEmpty)
            return other;
        var items = one.Items;
        foreach (var source in other.Items)
        {
            if (items.Length < Most && !items.Contains(source))
                items = items.Add(source);
        }
        return new SourceSet(items);
    }

    public bool Equals(SourceSet other) => Items.Length == other.Items.Length && Items.All(other.Items.Contains);

    public override bool Equals(object? obj) => obj is SourceSet other && Equals(other);

    public override int GetHashCode() => Items.Length;
}

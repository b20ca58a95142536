using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Where and how further parameters can be added to a request.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">The code that <paramref name="Kind"/> speaks of.</param>
sealed record InsertionPoint(InsertionKind Kind, SyntaxTree Tree, TextSpan Span)
{
    public InsertionPoint(InsertionKind kind, SyntaxNode place)
        : this(kind, place.SyntaxTree, place.Span) { }

    /// <summary>What the parameters are called there, where the kind does not use their names on the wire.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Name and value of the parameter that new ones are modelled on, where the kind has one.</summary>
    public (TextSpan Name, TextSpan Value)? Pair { get; init; }

    /// <summary>The member that new ones are modelled on, and where it tells its name on the wire, where the kind has one.</summary>
    public (SyntaxNode Declaration, TextSpan Name)? Member { get; init; }

    /// <summary>The parameters that the request has already: they are not added once more.</summary>
    public ImmutableArray<string> Present { get; init; } = [];
}

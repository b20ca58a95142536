using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>A value that left the code that is understood.</summary>
/// <param name="Texts">What it may be as text; more than one where paths met, or where an object holds several.</param>
/// <param name="Place">The call, or the member whose end was reached.</param>
sealed record Escape(ImmutableArray<Text> Texts, SyntaxNode Place, EscapeKind Kind);

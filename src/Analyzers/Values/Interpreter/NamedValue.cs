using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A value and the name that the program gives it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Symbol">The variable, member or method of that name; null for a member of a type that does not resolve.</param>
/// <param name="Sources">What it was drawn from.</param>
/// <param name="Sample">What it looks like; null where that is not known.</param>
/// <param name="Place">The expression that is named, or the declaration of the method whose result it is.</param>
sealed record NamedValue(string Name, ISymbol? Symbol, Value Value, SourceSet Sources, SampledValue? Sample, SyntaxNode Place);

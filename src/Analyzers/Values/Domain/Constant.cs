using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A constant that is not a string: null, a number, a truth value, a character.</summary>
sealed record Constant(object? Content) : Value
{
    public static readonly Constant Null = new((object?)null);
}

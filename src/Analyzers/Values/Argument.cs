using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>An evaluated argument.</summary>
/// <param name="Operation">The expression; the target of assignments through it.</param>
/// <param name="Parameter">The parameter it is passed for; null where the call does not resolve.</param>
sealed record Argument(Value Value, IOperation Operation, IParameterSymbol? Parameter)
{
    public SyntaxNode Place => Operation.Syntax;
}

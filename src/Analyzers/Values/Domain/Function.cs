using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A lambda, local function or method group.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Code">The lambda's code; null for a method.</param>
/// <param name="Owner">The activation that made it.</param>
/// <param name="Result">What the body gives, executed where the function was made.</param>
sealed record Function(IMethodSymbol Method, IFlowAnonymousFunctionOperation? Code, Frame Owner, Value Result) : Value
{
    public override SourceSet Sources => Result.Sources;
}

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>Tells values that are made where they are written from those that are handed in, read back or constant.</summary>
sealed class VerifierOrigins(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>The first word of methods that read something back.</summary>
    const string Reader = "Get";

    /// <summary>Methods of that word that make a value all the same.</summary>
    static readonly string[] Generators = ["GetRandom", "GetHexString", "GetString"];

    readonly Evaluation _values = new(cache, cancellation);

    /// <summary>Whether the value is drawn, as the evaluation has it; of code that is not at hand the names tell.</summary>
    public bool AreMade(ExpressionSyntax value) =>
        value.Bare() is not (SimpleNameSyntax or MemberAccessExpressionSyntax) && (IsNamedAsMade(value) || _values.IsDrawn(value));

    bool IsNamedAsMade(ExpressionSyntax value) =>
        value.Bare() switch
        {
            InvocationExpressionSyntax call => call.MethodName() is var name
                && (!Identifier.BeginsWith(name, Reader) || Array.Exists(Generators, words => Identifier.BeginsWith(name, words))),
            BaseObjectCreationExpressionSyntax creation => creation.DescendantNodes().Any(node => node is InvocationExpressionSyntax),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsNamedAsMade(sum.Left) || IsNamedAsMade(sum.Right),
            _ => false,
        };
}

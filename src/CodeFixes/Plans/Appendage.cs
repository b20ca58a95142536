using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>The statements that append to a value in the function that makes it: they go with what they append to.</summary>
static class Appendage
{
    /// <summary>Null where one of them does more than that.</summary>
    /// <param name="maker">The expression that is assigned first.</param>
    public static IReadOnlyList<StatementSyntax>? Of(SyntaxNode maker, CompilationCache cache, CancellationToken cancellation)
    {
        if (HolderOf(maker, cache, cancellation) is not { } holder || Functions.Around(maker) is not { } function)
            return [];
        var appends = new ValueMaker(cache, cancellation)
            .UsesOf(holder)
            .Where(use => use.SyntaxTree == maker.SyntaxTree && use.SpanStart > maker.SpanStart && Functions.Around(use) == function)
            .Select(use => use.FirstAncestorOrSelf<AssignmentExpressionSyntax>(assignment => assignment.Left.Span.Contains(use.Span)))
            .Where(assignment => assignment?.IsKind(SyntaxKind.AddAssignmentExpression) == true)
            .ToList();
        var statements = appends
            .Where(append => new PureCode(cache, cancellation).Is(append!.Right))
            .Select(append => append!.Parent as ExpressionStatementSyntax)
            .Where(statement => statement?.Parent is BlockSyntax)
            .ToList();
        return statements.Count == appends.Count ? [.. statements.OfType<StatementSyntax>()] : null;
    }

    static ISymbol? HolderOf(SyntaxNode maker, CompilationCache cache, CancellationToken cancellation) =>
        maker.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == maker => cache.SymbolOf(assignment.Left, cancellation),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => cache
                .ModelOf(variable.SyntaxTree)
                .GetDeclaredSymbol(variable, cancellation),
            _ => null,
        };
}

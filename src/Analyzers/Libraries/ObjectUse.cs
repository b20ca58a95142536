using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Libraries;

/// <summary>A place where code uses an object, or what a chain of members leads to from it.</summary>
/// <param name="Expression">The longest chain of members that begins with the object.</param>
/// <param name="Path">The names of those members, joined by dots; empty for the object itself.</param>
readonly record struct ObjectUse(ExpressionSyntax Expression, string Path)
{
    /// <summary>The use that begins with an expression.</summary>
    /// <param name="path">What leads from the object to the expression.</param>
    public static ObjectUse From(ExpressionSyntax start, string path = "")
    {
        var current = start.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : start;
        while (true)
        {
            switch (current.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == current:
                    path += (path.Length > 0 ? "." : "") + access.Name.Identifier.ValueText;
                    current = access;
                    continue;
                case ParenthesizedExpressionSyntax
                or CastExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression }
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    current = (ExpressionSyntax)current.Parent;
                    continue;
                default:
                    return new(current, path);
            }
        }
    }

    /// <summary>The uses that begin with an expression, also by the locals that are declared as other names of it.</summary>
    public static IEnumerable<ObjectUse> AllFrom(ExpressionSyntax start, CompilationCache cache, CancellationToken cancellation)
    {
        var use = From(start);
        return use.Alias(cache, cancellation) is { } alias && use.Expression.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } scope
            ? OfVariable(alias, scope, use, cache, cancellation).Prepend(use)
            : [use];
    }

    /// <summary>The local that is declared as another name of what is used: <c>var client = options.Client;</c></summary>
    public ILocalSymbol? Alias(CompilationCache cache, CancellationToken cancellation) =>
        Expression.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? cache.ModelOf(variable.SyntaxTree).GetDeclaredSymbol(variable, cancellation) as ILocalSymbol
            : null;

    /// <summary>The names in a piece of code that mean a variable.</summary>
    public static IEnumerable<IdentifierNameSyntax> NamesOf(
        ISymbol variable,
        SyntaxNode scope,
        CompilationCache cache,
        CancellationToken cancellation
    ) =>
        scope
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                name.Identifier.ValueText == variable.Name
                && SymbolEqualityComparer.Default.Equals(cache.SymbolOf(name, cancellation), variable)
            );

    static IEnumerable<ObjectUse> OfVariable(
        ILocalSymbol variable,
        SyntaxNode scope,
        ObjectUse declared,
        CompilationCache cache,
        CancellationToken cancellation
    ) =>
        NamesOf(variable, scope, cache, cancellation)
            .Where(name => name.SpanStart > declared.Expression.Span.End)
            .Select(name => From(name, declared.Path));
}

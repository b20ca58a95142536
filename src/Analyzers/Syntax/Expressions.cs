using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Syntax;

/// <summary>The names and parts of expressions.</summary>
static class Expressions
{
    /// <summary>The last part of a name: <c>c</c> of <c>a.b.c</c> and <c>a?.c</c>; null for what is no name.</summary>
    public static string? LastName(this ExpressionSyntax expression) =>
        expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            _ => null,
        };

    /// <summary>The name of the method that is called; empty where what is called has none.</summary>
    public static string MethodName(this InvocationExpressionSyntax call) => call.Expression.LastName() ?? "";

    /// <summary>What a method is called on, as it is written; null where nothing is.</summary>
    public static ExpressionSyntax? Receiver(this InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };

    /// <summary>An expression without what does not change its value: parentheses, casts, <c>!</c>, <c>await</c>.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => inner.Bare(),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => inner.Bare(),
            CastExpressionSyntax { Expression: var inner } => inner.Bare(),
            AwaitExpressionSyntax { Expression: var inner } => inner.Bare(),
            _ => expression,
        };
}

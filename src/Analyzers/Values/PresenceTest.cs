using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A condition that asks whether a text is there at all.</summary>
/// <param name="Subject">What is asked for.</param>
/// <param name="IsAbsent">Whether the condition holds where it is missing.</param>
readonly record struct PresenceTest(ExpressionSyntax Subject, bool IsAbsent)
{
    public static PresenceTest? Of(ExpressionSyntax condition)
    {
        switch (condition.Bare())
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand }:
                return Of(operand) is { } inner ? inner with { IsAbsent = !inner.IsAbsent } : null;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary:
                var absent = binary.IsKind(SyntaxKind.EqualsExpression);
                return IsNothing(binary.Right) ? new(binary.Left, absent)
                    : IsNothing(binary.Left) ? new(binary.Right, absent)
                    // x?.Length == 0, x.Length == 0
                    : binary.Right is LiteralExpressionSyntax { Token.Value: 0 } && LengthOf(binary.Left) is { } counted
                        ? new(counted, absent)
                    : null;
            case BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.GreaterThanExpression,
                Left: var left,
                Right: LiteralExpressionSyntax { Token.Value: 0 }
            } when LengthOf(left) is { } measured:
                return new(measured, false);
            case IsPatternExpressionSyntax { Expression: var subject, Pattern: var pattern }:
                return pattern switch
                {
                    ConstantPatternSyntax { Expression: var constant } when IsNothing(constant) => new(subject, true),
                    UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } when IsNothing(constant) => new(
                        subject,
                        false
                    ),
                    RecursivePatternSyntax => new(subject, false),
                    BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern, Left: ConstantPatternSyntax { Expression: var one } }
                        when IsNothing(one) => new(subject, true),
                    _ => null,
                };
            case InvocationExpressionSyntax call:
                return OfCall(call);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue", Expression: var nullable }:
                return new(nullable, false);
            default:
                return null;
        }
    }

    static PresenceTest? OfCall(InvocationExpressionSyntax call)
    {
        // form.TryGetValue("code_verifier", out var verifier)
        if (call.MethodName() is "TryGetValue" or "TryGet" or "ContainsKey" && call.ArgumentList.Arguments.Count is 1 or 2)
            return new(call, false);
        var subject =
            call.ArgumentList.Arguments is [{ Expression: var only }] ? only
            : call.Expression is MemberAccessExpressionSyntax access && call.ArgumentList.Arguments.Count == 0 ? access.Expression
            : null;
        return subject is null
            ? null
            : call.MethodName() switch
            {
                "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsMissing" or "IsEmpty" or "IsNull" or "IsBlank" => new(subject, true),
                "IsPresent" or "HasValue" or "IsNotEmpty" or "IsNotNull" => new(subject, false),
                _ => null,
            };
    }

    static ExpressionSyntax? LengthOf(ExpressionSyntax expression) =>
        expression.Bare() switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count", Expression: var subject } => subject,
            ConditionalAccessExpressionSyntax
            {
                WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Length" },
                Expression: var subject
            } => subject,
            _ => null,
        };

    static bool IsNothing(ExpressionSyntax expression) =>
        expression.Bare() switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.Token.Value is "",
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax or IdentifierNameSyntax } =>
                true,
            _ => false,
        };
}

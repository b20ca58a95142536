using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PkceAnalyzers.Values;

/// <summary>Comparisons, and tests for null and patterns.</summary>
sealed partial class Interpreter
{
    static bool? Compare(BinaryOperatorKind kind, int one, int other) =>
        kind switch
        {
            BinaryOperatorKind.LessThan => one < other,
            BinaryOperatorKind.LessThanOrEqual => one <= other,
            BinaryOperatorKind.GreaterThan => one > other,
            BinaryOperatorKind.GreaterThanOrEqual => one >= other,
            _ => null,
        };

    static bool? AreEqual(Value left, Value right) =>
        (left, right) switch
        {
            (Constant { Content: null }, _) => IsNull(right),
            (_, Constant { Content: null }) => IsNull(left),
            (Constant one, Constant other) => Equals(one.Content, other.Content),
            (EnumMember one, EnumMember other) => Equals(one.Content, other.Content),
            (EnumMember one, Constant other) => Equals(one.Content, other.Content),
            (Constant one, EnumMember other) => Equals(one.Content, other.Content),
            (Text { Exact: { } one }, Text { Exact: { } other }) => one == other,
            _ => null,
        };

    static bool? IsNull(Value value) =>
        value switch
        {
            Constant constant => constant.Content is null,
            Text or Sequence or Function or Reference or EnumMember => false,
            _ => null,
        };

    static Value NotNull(Value value) =>
        value is Choice && value.Alternatives.Where(alternative => IsNull(alternative) != true).ToList() is { Count: > 0 } matched
            ? matched.Aggregate(Choice.Of)
            : value;

    Value VisitPattern(IIsPatternOperation pattern)
    {
        var value = Evaluate(pattern.Value);
        foreach (var inner in pattern.Pattern.DescendantsAndSelf())
        {
            var declared = (inner as IDeclarationPatternOperation)?.DeclaredSymbol ?? (inner as IRecursivePatternOperation)?.DeclaredSymbol;
            if (declared is not null)
                Store(declared, inner == pattern.Pattern ? NotNull(value) : new Unknown(SourcesOf(value)));
        }
        if (value is Unknown && NumberOf(value) is { } letter && Matched(pattern.Pattern, letter) is { } matched)
            return With(matched, SourcesOf(value));
        return pattern.Pattern switch
        {
            IDiscardPatternOperation => new Constant(true),
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var wanted } } => AreEqual(
                value,
                wanted is string text ? Text.Literal(text, pattern.Syntax) : new Constant(wanted)
            )
                is { } equal
                ? new Constant(equal)
                : Unknown.Value,
            INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } =>
                IsNull(value) is { } isNull ? new Constant(!isNull) : Unknown.Value,
            _ => Unknown.Value,
        };
    }
}

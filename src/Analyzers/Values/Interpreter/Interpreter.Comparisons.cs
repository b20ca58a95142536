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

    bool? AreEqual(Value left, Value right, SyntaxNode place) => Scenario is null ? AreEqual(left, right) : AreSame(left, right, place);

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

    /// <summary>What a part of a pattern gives a name.</summary>
    Value Declared(IOperation part, Value whole) =>
        Scenario is not null
        && part.Parent
            is IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member }
            ? InScenario(member, ReadMember(whole, member.Member, member.Syntax))
            : new Unknown(SourcesOf(whole));

    Value VisitPattern(IIsPatternOperation pattern)
    {
        var value = Evaluate(pattern.Value);
        foreach (var inner in pattern.Pattern.DescendantsAndSelf())
        {
            var declared = (inner as IDeclarationPatternOperation)?.DeclaredSymbol ?? (inner as IRecursivePatternOperation)?.DeclaredSymbol;
            if (declared is not null)
                Store(declared, inner == pattern.Pattern ? NotNull(value) : Declared(inner, value));
        }
        if (pattern.Pattern is IConstantPatternOperation { Value: { ConstantValue.HasValue: true } asked })
            NoteComparison(value, Evaluate(asked));
        if (Scenario is not null)
            return HasPattern(value, pattern.Pattern) is { } has ? new Constant(has) : new Unknown(SourcesOf(value));
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

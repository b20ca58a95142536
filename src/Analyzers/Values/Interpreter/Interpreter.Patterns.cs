using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PkceAnalyzers.Values;

/// <summary>Whether a value has a pattern, in a run on a scenario.</summary>
sealed partial class Interpreter
{
    bool? HasPattern(Value value, IPatternOperation pattern) =>
        pattern switch
        {
            IDiscardPatternOperation => true,
            IConstantPatternOperation constant => AreSame(value, Evaluate(constant.Value), constant.Syntax),
            INegatedPatternOperation negated => !HasPattern(value, negated.Pattern),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Both(
                HasPattern(value, both.LeftPattern),
                HasPattern(value, both.RightPattern)
            ),
            IBinaryPatternOperation either => !Both(!HasPattern(value, either.LeftPattern), !HasPattern(value, either.RightPattern)),
            IRelationalPatternOperation relational => (value, Evaluate(relational.Value))
                is (Constant { Content: int number }, Constant { Content: int bound })
                ? Compare(relational.OperatorKind, number, bound)
                : null,
            IDeclarationPatternOperation { MatchesNull: true } => true,
            IDeclarationPatternOperation or ITypePatternOperation => !IsNull(value),
            IRecursivePatternOperation recursive => HasParts(value, recursive),
            _ => null,
        };

    /// <summary>What is not known to be missing is taken to be there.</summary>
    bool? HasParts(Value value, IRecursivePatternOperation pattern)
    {
        if (IsNull(value) == true)
            return false;
        bool? all = true;
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var part = value is Sequence { Items: var items } && i < items.Length ? items[i] : Unknown.Value;
            all = Both(all, HasPattern(part, pattern.DeconstructionSubpatterns[i]));
        }
        foreach (var part in pattern.PropertySubpatterns)
        {
            if (part.Member is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member)
                all = Both(all, HasPattern(InScenario(member, ReadMember(value, member.Member, member.Syntax)), part.Pattern));
            else
                all = Both(all, null);
        }
        return all;
    }

    static bool? Both(bool? one, bool? other) =>
        one == false || other == false ? false
        : one is null || other is null ? null
        : true;
}

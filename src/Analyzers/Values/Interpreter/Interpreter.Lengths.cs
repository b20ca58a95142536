using Microsoft.CodeAnalysis.Operations;

namespace PkceAnalyzers.Values;

/// <summary>Whether a text is empty: builders ask before they write a separator.</summary>
sealed partial class Interpreter
{
    /// <summary>The result of <c>text.Length > 0</c> and its like, where some of the text is known; null for any other
    /// comparison.</summary>
    Constant? ComparedToNothing(IBinaryOperation binary)
    {
        if (
            binary
            is not {
                LeftOperand: IPropertyReferenceOperation { Property.Name: "Length", Instance: { } text },
                RightOperand.ConstantValue: { HasValue: true, Value: 0 }
            }
        )
            return null;
        // What is only read can be read once more.
        if (text is not (IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation) || !HasText(Evaluate(text)))
            return null;
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals => new Constant(true),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals => new Constant(false),
            _ => null,
        };
    }

    bool HasText(Value value) =>
        value switch
        {
            Text text => text.Pieces.Any(piece => piece is LiteralPiece { Content.Length: > 0 }),
            Choice => value.Alternatives.All(HasText),
            Reference => ObjectOf(value) is { Content: { } content and not Reference } && HasText(content),
            _ => false,
        };
}

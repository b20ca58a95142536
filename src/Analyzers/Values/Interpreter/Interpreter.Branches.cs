using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PkceAnalyzers.Values;

/// <summary>What a path tells of the values that its condition asked about.</summary>
sealed partial class Interpreter
{
    /// <summary>Where a parameter, or what stands before <c>??</c>, was found not to be null, it is what else it may be. Locals are left as
    /// they are: a loop that makes a buffer when it needs one would never run as it did before.</summary>
    void Learn(IOperation? condition, bool holds)
    {
        if (NotNullWhere(condition, holds) is { } symbol && Lookup(symbol) is Choice value)
            Store(symbol, NotNull(value));
    }

    static object? NotNullWhere(IOperation? condition, bool holds) =>
        condition switch
        {
            IParenthesizedOperation { Operand: var inner } => NotNullWhere(inner, holds),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => NotNullWhere(inner, !holds),
            IIsNullOperation { Operand: var asked } when !holds => SymbolOf(asked),
            IInvocationOperation
            {
                TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String },
                Arguments: [{ Value: var asked }]
            } when !holds => SymbolOf(asked),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when holds == comparison.OperatorKind is BinaryOperatorKind.NotEquals => IsNullLiteral(comparison.RightOperand)
                ? SymbolOf(comparison.LeftOperand)
            : IsNullLiteral(comparison.LeftOperand) ? SymbolOf(comparison.RightOperand)
            : null,
            IIsPatternOperation { Value: var asked, Pattern: IConstantPatternOperation pattern }
                when !holds && IsNullLiteral(pattern.Value) => SymbolOf(asked),
            IIsPatternOperation { Value: var asked, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } }
                when holds && IsNullLiteral(pattern.Value) => SymbolOf(asked),
            _ => null,
        };

    static bool IsNullLiteral(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    static object? SymbolOf(IOperation operation) =>
        operation switch
        {
            IConversionOperation { Operand: var inner } => SymbolOf(inner),
            IParenthesizedOperation { Operand: var inner } => SymbolOf(inner),
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFlowCaptureReferenceOperation capture => capture.Id,
            _ => null,
        };
}

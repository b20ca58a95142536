using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Arithmetic and conditions on numbers and characters that are drawn or read out of a text.</summary>
sealed partial class Interpreter
{
    /// <summary>Arithmetic with a number that is drawn.</summary>
    Value? Reckon(BinaryOperatorKind kind, Value left, Value right, SourceSet sources)
    {
        if (
            NumberOf(left) is not { } one
            || NumberOf(right) is not { } other
            || one.Range.Count <= 1 && other.Range.Count <= 1 && left is Constant && right is Constant
        )
            return null;
        if (Compared(kind, one, other) is { } truth)
            return With(truth, sources);
        if (other is { Bits: 0 } && left is Unknown && ReckonWith((long)other.Specimens[0], kind, one) is { } reckoned)
            return With(reckoned, sources);
        if (one is { Bits: 0 } && kind == BinaryOperatorKind.Add && ReckonWith((long)one.Specimens[0], kind, other) is { } shifted)
            return With(shifted, sources);
        return Combined(kind, one, other) is { } combined ? With(combined, sources) : null;
    }

    /// <summary>A number that is drawn, or a constant one.</summary>
    internal static SampledValue? NumberOf(Value value) =>
        value switch
        {
            Constant { Content: char letter } => SampledValue.Number(letter, 1),
            Constant { Content: int or long or byte or uint or short or ushort or sbyte } constant => SampledValue.Number(
                Convert.ToInt64(constant.Content, CultureInfo.InvariantCulture),
                1
            ),
            Unknown { Sample: { IsNumber: true } number } => number,
            // A character is its code.
            Unknown { Sample: { IsText: true, Shortest: 1, LongestLength: 1 } letter } => letter with
            {
                Specimens = [.. letter.Specimens.Select(text => (object)(long)((string)text)[0])],
                Range = (0, char.MaxValue + 1L),
                Alphabet = null,
            },
            _ => null,
        };

    static SampledValue? ReckonWith(long by, BinaryOperatorKind kind, SampledValue number)
    {
        var (least, count) = number.Range;
        switch (kind)
        {
            case BinaryOperatorKind.Remainder when by > 0 && least >= 0:
                var bounded = Math.Min(by, count);
                return Mapped(one => one % by, 0, bounded) with { Bias = count % by != 0 && count <= 1 << 16 && by < count ? (int)by : 0 };
            case BinaryOperatorKind.And when by > 0 && (by & (by + 1)) == 0:
                return Mapped(one => one & by, 0, Math.Min(by + 1, count));
            case BinaryOperatorKind.RightShift when by is >= 0 and < 32 && least >= 0:
                return Mapped(one => one >> (int)by, least >> (int)by, Math.Max(1, count >> (int)by));
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract:
                var shift = kind == BinaryOperatorKind.Add ? by : -by;
                return number with
                {
                    Specimens = [.. number.Specimens.Select(one => (object)((long)one + shift))],
                    Range = (least + shift, count),
                };
            default:
                return null;
        }

        SampledValue Mapped(Func<long, long> map, long from, long values) =>
            number with
            {
                Specimens = [.. number.Specimens.Select(one => (object)map((long)one))],
                Range = (from, values),
                Bits = number.Bits is { } bits ? Math.Min(bits, Math.Log(values, 2)) : null,
            };
    }

    /// <summary>What the framework makes of two numbers: how many values there can be is known of bits that are put side by side.</summary>
    static SampledValue? Combined(BinaryOperatorKind kind, SampledValue one, SampledValue other)
    {
        Func<long, long, long>? operation = kind switch
        {
            BinaryOperatorKind.Add => (a, b) => a + b,
            BinaryOperatorKind.Subtract => (a, b) => a - b,
            BinaryOperatorKind.Multiply => (a, b) => a * b,
            BinaryOperatorKind.Or => (a, b) => a | b,
            BinaryOperatorKind.And => (a, b) => a & b,
            BinaryOperatorKind.ExclusiveOr => (a, b) => a ^ b,
            BinaryOperatorKind.LeftShift => (a, b) => a << (int)b,
            BinaryOperatorKind.RightShift => (a, b) => a >> (int)b,
            _ => null,
        };
        if (operation is null || one.Range.Least < 0 || other.Range.Least < 0)
            return null;
        var most = operation(one.Range.Least + one.Range.Count - 1, other.Range.Least + other.Range.Count - 1);
        if (kind is BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr)
            most =
                (1L << (int)Math.Ceiling(Math.Log(Math.Max(one.Range.Least + one.Range.Count, other.Range.Least + other.Range.Count), 2)))
                - 1;
        var values = Math.Max(1, most + 1);
        var bits = one.Bits + other.Bits is { } sum ? Math.Min(sum, Math.Log(values, 2)) : (double?)null;
        return one with
        {
            Specimens = [.. one.Specimens.Zip(other.Specimens, (a, b) => (object)operation((long)a, (long)b))],
            Range = (0, values),
            Bits = bits,
            Past = one.Past.Length >= other.Past.Length ? one.Past : other.Past,
            Given = one.Given ?? other.Given,
        };
    }

    /// <summary>For which specimens a comparison holds; null for any other operation.</summary>
    static SampledValue? Compared(BinaryOperatorKind kind, SampledValue one, SampledValue other)
    {
        Func<long, long, bool>? holds = kind switch
        {
            BinaryOperatorKind.Equals => (a, b) => a == b,
            BinaryOperatorKind.NotEquals => (a, b) => a != b,
            BinaryOperatorKind.LessThan => (a, b) => a < b,
            BinaryOperatorKind.LessThanOrEqual => (a, b) => a <= b,
            BinaryOperatorKind.GreaterThan => (a, b) => a > b,
            BinaryOperatorKind.GreaterThanOrEqual => (a, b) => a >= b,
            _ => null,
        };
        return holds is null ? null : Truth([.. one.Specimens.Zip(other.Specimens, (a, b) => holds((long)a, (long)b))]);
    }

    internal static SampledValue Truth(ImmutableArray<bool> holds) =>
        new([.. holds.Select(one => (object)(one ? 1L : 0L))], null) { Range = (0, 2) };

    /// <summary>For which specimens a condition holds; null where it does not depend on such.</summary>
    internal static SampledValue? TruthOf(Value? condition) =>
        condition is Unknown { Sample: { IsNumber: true, Bits: null, Range: (0, 2) } truth } ? truth : null;

    static SampledValue Not(SampledValue truth) => truth with { Specimens = [.. truth.Specimens.Select(one => (object)(1 - (long)one))] };

    /// <summary>Whether a character that is drawn or read out of a text has a pattern.</summary>
    SampledValue? Matched(IPatternOperation pattern, SampledValue letter) =>
        pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } wanted } }
                when NumberOf(new Constant(wanted)) is { } constant => Compared(BinaryOperatorKind.Equals, letter, constant),
            IRelationalPatternOperation { OperatorKind: var kind, Value.ConstantValue: { HasValue: true, Value: { } bound } }
                when NumberOf(new Constant(bound)) is { } constant => Compared(kind, letter, constant),
            INegatedPatternOperation { Pattern: var inner } => Matched(inner, letter) is { } truth ? Not(truth) : null,
            IBinaryPatternOperation { LeftPattern: var left, RightPattern: var right, OperatorKind: var kind }
                when Matched(left, letter) is { } one && Matched(right, letter) is { } other => Truth([
                .. one.Specimens.Zip(
                    other.Specimens,
                    (a, b) => kind == BinaryOperatorKind.And ? (long)a + (long)b == 2 : (long)a + (long)b > 0
                ),
            ]),
            _ => null,
        };

    static object? Reckon(BinaryOperatorKind kind, int one, int other) =>
        kind switch
        {
            BinaryOperatorKind.Add => unchecked(one + other),
            BinaryOperatorKind.Subtract => unchecked(one - other),
            BinaryOperatorKind.Multiply => unchecked(one * other),
            BinaryOperatorKind.ExclusiveOr => one ^ other,
            BinaryOperatorKind.Or => one | other,
            BinaryOperatorKind.And => one & other,
            BinaryOperatorKind.Divide when other is not (0 or -1) => one / other,
            BinaryOperatorKind.Remainder when other is not (0 or -1) => one % other,
            _ => null,
        };

    /// <summary>A number as the character of that code.</summary>
    static Value AsCharacter(Value value) =>
        value is Unknown { Sample: { IsNumber: true, Range: var (least, count) } number } unknown
        && least >= 0
        && count is > 0 and <= 256
        && least + count <= 65536
            ? unknown with
            {
                Sample = number with
                {
                    Specimens = [.. number.Specimens.Select(code => (object)((char)(long)code).ToString())],
                    Range = default,
                    Alphabet = string.Concat(Enumerable.Range((int)least, (int)count).Select(code => (char)code)),
                },
            }
        : value is Constant { Content: int code and >= 0 and <= 65535 } ? new Constant((char)code)
        : value;
}

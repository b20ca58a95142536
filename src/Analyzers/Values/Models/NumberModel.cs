using System.Globalization;

namespace PkceAnalyzers.Values.Models;

/// <summary>Numbers as text, and octets as numbers.</summary>
static class NumberModel
{
    /// <summary>The digits of a larger number are not gone through.</summary>
    const int MostOneDigit = 10;

    public static void Register(ModelTable table) =>
        table.Add(Show, "ToString").Add(ToOctets, "GetBytes").Add(FromOctets, "ToUInt32", "ToInt32", "ToUInt16", "ToUInt64", "ToInt64");

    static Value? Show(Interpreter run, Call call)
    {
        if (call.Receiver is not { } receiver || run.SampleOf(receiver.Value) is not { IsNumber: true } number)
            return null;
        if (call.Exact(0) is string format && Formatted(number, format) is { } formatted)
            return run.Give(call, formatted);
        var digits = number.Then(StageKind.Digits, one => ((long)one).ToString(CultureInfo.InvariantCulture));
        var isOneDigit = number.Range.Count <= MostOneDigit;
        return run.GiveKnown(
            call,
            digits is null ? null : digits with { HasLength = isOneDigit, Alphabet = isOneDigit ? null : "0123456789" }
        );
    }

    /// <summary>A number in a format that gives each as many digits; null for any other.</summary>
    public static SampledValue? Formatted(SampledValue number, string format)
    {
        if (format is not (['x' or 'X' or 'D' or 'd', _, ..]))
            return null;
        var isHex = format[0] is 'x' or 'X';
        var padded = number.Then(
            isHex ? StageKind.Hexadecimal : StageKind.Digits,
            one => ((long)one).ToString(format, CultureInfo.InvariantCulture)
        );
        var alphabet =
            !isHex || number.Range.Count < 256 ? null
            : format[0] == 'x' ? "0123456789abcdef"
            : "0123456789ABCDEF";
        return padded is null ? null : padded with { Alphabet = alphabet };
    }

    /// <summary><c>BitConverter.GetBytes(number)</c></summary>
    static Value? ToOctets(Interpreter run, Call call) =>
        call.OwnerName == nameof(BitConverter) && call.Given is { } given && run.SampleOf(given.Value) is { IsNumber: true } number
            ? run.GiveKnown(call, number.Then(StageKind.OctetsOfNumber, one => BitConverter.GetBytes((long)one)))
            : null;

    static Value? FromOctets(Interpreter run, Call call) =>
        call.OwnerName == nameof(BitConverter) && call.Given is { } given && run.SampleOf(given.Value) is { IsOctets: true, Given: null }
            ? run.Give(call, SampledValue.Number(0, call.Name == "ToUInt16" ? 1 << 16 : 1L << 32, run.Draws++))
            : null;
}

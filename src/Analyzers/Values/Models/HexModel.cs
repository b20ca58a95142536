namespace PkceAnalyzers.Values.Models;

/// <summary>Octets as hexadecimal digits.</summary>
static class HexModel
{
    public static void Register(ModelTable table) =>
        table
            .Add((run, call) => run.FromOctets(call, StageKind.Hexadecimal, octets => Hex(octets).ToUpperInvariant()), "ToHexString")
            .Add((run, call) => run.FromOctets(call, StageKind.Hexadecimal, Hex), "ToHexStringLower", "EncodeToHexString")
            .Add(BitConverterToString, "ToString");

    public static string Hex(byte[] octets) => BitConverter.ToString(octets).Replace("-", "").ToLowerInvariant();

    static Value? BitConverterToString(Interpreter run, Call call) =>
        call.OwnerName == nameof(BitConverter) ? run.FromOctets(call, StageKind.Hexadecimal, BitConverter.ToString) : null;
}

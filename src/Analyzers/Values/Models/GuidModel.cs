using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>The text and the octets of a GUID.</summary>
static class GuidModel
{
    const int Octets = 16;

    public static void Register(ModelTable table) => table.Add(Show, "ToString").Add(ToByteArray, "ToByteArray");

    static Value? Show(Interpreter run, Call call) =>
        call.Receiver?.Value is Unknown { From: var from } guid
        && from.Has(SourceKind.Guid)
        && run.SampleOf(guid) is { IsOctets: true, LongestLength: Octets } value
            ? run.GiveKnown(call, Interpreter.AsGuid(value, call.Exact(0) as string ?? ""))
            : null;

    static Value? ToByteArray(Interpreter run, Call call) =>
        call.Receiver is { } source && run.SampleOf(source.Value) is { IsOctets: true } octets ? run.Give(call, octets) : null;
}

using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>Characters as octets, and back.</summary>
static class EncodingModel
{
    public static void Register(ModelTable table) =>
        table
            .AddOfProgram(Utf8Literal, "ToArray")
            .Add(GetBytes, "GetBytes")
            .Add(GetString, "GetString")
            .Add(ConvertStringToBinary, "ConvertStringToBinary")
            .Add(CopyToByteArray, "CopyToByteArray")
            .Add(CreateFromByteArray, "CreateFromByteArray");

    /// <summary>Octets of a UTF-8 literal are its text.</summary>
    static Value? Utf8Literal(Interpreter run, Call call) => call.Receiver?.Value as Text;

    static Value? GetBytes(Interpreter run, Call call) =>
        IsOfEncoding(call) && call.Arguments is [{ } text] && EncodingOf(run, call) is { } encoding && run.TextIn(text) is { } characters
            ? run.GiveKnown(call, Encoded(characters, encoding))
            : null;

    static Value? GetString(Interpreter run, Call call) =>
        IsOfEncoding(call)
        && call.Arguments is [{ } octets, ..]
        && EncodingOf(run, call) is { } encoding
        && run.SampleOf(octets.Value) is { IsOctets: true } bytes
            ? run.GiveKnown(call, bytes.Then(StageKind.Decoding, value => encoding.GetString((byte[])value), encoding.WebName))
            : null;

    /// <summary>A text as the octets of its characters; null for what is no text.</summary>
    public static SampledValue? Encoded(SampledValue text, Encoding encoding) =>
        text.Then(
            encoding.GetByteCount("A") == 1 ? StageKind.Encoding : StageKind.WideEncoding,
            letters => letters is string characters ? encoding.GetBytes(characters) : null,
            encoding.WebName
        );

    static bool IsOfEncoding(Call call) =>
        call.OwnerName is var owner && owner.EndsWith("Encoding", StringComparison.Ordinal) || owner is "ASCII" or "UTF8" or "Unicode";

    /// <summary><c>CryptographicBuffer</c> of the Windows Runtime.</summary>
    static Value? ConvertStringToBinary(Interpreter run, Call call)
    {
        if (call.Arguments.Length != 2 || run.TextIn(call.Arguments[0]) is not { } text)
            return null;
        var encoding = call.Exact(1) switch
        {
            "Utf16LE" => Encoding.Unicode,
            "Utf16BE" => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return run.GiveKnown(call, Encoded(text, encoding));
    }

    static Value? CopyToByteArray(Interpreter run, Call call)
    {
        if (call.Arguments.Length != 2 || run.SampleOf(call.Arguments[0].Value) is not { } copied)
            return null;
        run.Assign(call.Arguments[1].Operation, Interpreter.With(copied, run.SourcesOf(call.Arguments[0].Value)), call.Place);
        return Unknown.Value;
    }

    static Value? CreateFromByteArray(Interpreter run, Call call) =>
        call.Arguments is [{ Value: var octets }] && run.SampleOf(octets) is { } buffer
            ? Interpreter.With(buffer, run.SourcesOf(octets))
            : null;

    static Encoding? EncodingOf(Interpreter run, Call call) =>
        ((call.Receiver?.Value as EnumMember)?.Name ?? run.ObjectOf(call.Receiver?.Value)?.Type?.Name ?? WrittenEncoding(call)) switch
        {
            "ASCII" or "ASCIIEncoding" or "Latin1" => Encoding.ASCII,
            "UTF8" or "UTF8Encoding" or "Default" => Encoding.UTF8,
            "Unicode" or "UnicodeEncoding" => Encoding.Unicode,
            "BigEndianUnicode" => Encoding.BigEndianUnicode,
            "UTF32" or "UTF32Encoding" => Encoding.UTF32,
            _ => null,
        };

    /// <summary><c>Encoding.UTF8.GetBytes(…)</c> where nothing resolves.</summary>
    static string? WrittenEncoding(Call call) =>
        call.Place
            is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var written }
                }
            }
            ? written
            : null;
}

using System.Globalization;
using System.Text;

namespace PkceAnalyzers.Values.Models;

/// <summary>Base64 and base64url (RFC 4648 sections 4 and 5), by whatever class.</summary>
static class Base64Model
{
    public static void Register(ModelTable table) =>
        table
            .Add(ToBase64, "ToBase64String", "EncodeToBase64String")
            .Add(FromBase64, "FromBase64String", "DecodeFromBase64String")
            .Add(UrlTokenEncode, "UrlTokenEncode")
            .Add(OfBase64Url(EncodeUrl), "Encode", "EncodeToString", "EncodeBytes")
            .Add(OfBase64Url(DecodeUrl), "UrlDecode", "Decode", "DecodeBytes", "DecodeFromChars")
            .Add(DecodeUrl, "Base64UrlDecode");

    /// <summary><c>Base64UrlEncode</c>, <c>Base64UrlEncodeNoPadding</c> and the like of any library.</summary>
    public static Value? EncodeByName(Interpreter run, Call call) =>
        call.Name.StartsWith("Base64UrlEncode", StringComparison.Ordinal) && (call.Method is not { } method || !Interpreter.IsOwn(method))
            ? EncodeUrl(run, call)
            : null;

    public static string Encode(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static CallEffect OfBase64Url(CallEffect effect) =>
        (run, call) => call.OwnerName.StartsWith("Base64Url", StringComparison.Ordinal) ? effect(run, call) : null;

    static Value? ToBase64(Interpreter run, Call call) => run.FromOctets(call, StageKind.Base64, Convert.ToBase64String);

    static Value? FromBase64(Interpreter run, Call call) =>
        call.Given is { } given && run.TextIn(given) is { } text
            ? run.GiveKnown(call, text.Then(StageKind.Base64Decoding, value => Decode((string)value)))
            : null;

    static Value? UrlTokenEncode(Interpreter run, Call call) =>
        run.FromOctets(
            call,
            StageKind.Edit,
            octets => Encode(octets) + ((3 - octets.Length % 3) % 3).ToString(CultureInfo.InvariantCulture)
        );

    static Value? EncodeUrl(Interpreter run, Call call)
    {
        if (call.Given is not { } given)
            return null;
        if (run.SampleOf(given.Value) is not ({ IsText: true } or null) || !Interpreter.IsString(given))
            return run.FromOctets(call, StageKind.Base64, Encode);
        return run.TextIn(given) is { } text
            ? run.GiveKnown(call, text.Then(StageKind.Base64, value => Encode(Encoding.UTF8.GetBytes((string)value))))
            : null;
    }

    static Value? DecodeUrl(Interpreter run, Call call) =>
        call.Given is { } given && run.TextIn(given) is { } encoded
            ? run.GiveKnown(
                call,
                encoded.Then(StageKind.Base64Decoding, text => Decode(((string)text).Replace('-', '+').Replace('_', '/')))
            )
            : null;

    // Whatever base64 says of a text that was not made by it, a decoder gives other octets than the text's own.
    static byte[] Decode(string text)
    {
        var trimmed = new string([.. text.Where(letter => char.IsLetterOrDigit(letter) || letter is '+' or '/')]);
        // One letter alone is no octet; the padding may be missing.
        var whole = trimmed.Length % 4 == 1 ? trimmed.Substring(0, trimmed.Length - 1) : trimmed;
        return Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='));
    }
}

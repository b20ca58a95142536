#if NET
using System.Buffers;
#endif

namespace Pkce;

/// <summary>Base64url without padding (RFC 4648, section 5; RFC 7636, appendix A).</summary>
static class Base64Url
{
#if NET
    static readonly SearchValues<char> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    internal static bool IsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);

    /// <summary>Writes the encoding, and at most two characters more, which have no meaning.</summary>
    internal static void Encode(ReadOnlySpan<byte> octets, Span<char> destination)
    {
#if NET9_0_OR_GREATER
        System.Buffers.Text.Base64Url.EncodeToChars(octets, destination);
#else
        Convert.TryToBase64Chars(octets, destination, out var written);
        destination[..written].Replace('+', '-');
        destination[..written].Replace('/', '_');
#endif
    }
#else
    internal static bool IsAll(string text)
    {
        foreach (var c in text)
            if (!Contains(c))
                return false;
        return true;
    }

    internal static bool Contains(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '_';

    internal static string Encode(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
#endif
}

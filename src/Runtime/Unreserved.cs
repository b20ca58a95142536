#if NET
using System.Buffers;
#endif

namespace Pkce;

/// <summary>The unreserved characters of RFC 3986, section 2.3, which a code verifier is made of.</summary>
static class Unreserved
{
#if NET
    static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    internal static int IndexOfOther(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Characters);
#else
    internal static int IndexOfOther(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!Contains(text[i]))
                return i;
        return -1;
    }

    static bool Contains(char c) => Base64Url.Contains(c) || c is '.' or '~';
#endif
}

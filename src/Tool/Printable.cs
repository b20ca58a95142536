using System.Buffers;
using System.Text;

namespace PkceAnalyzers.Tool;

/// <summary>
/// Text of others as a terminal can take it. Names and code that are scanned may hold line breaks, which would forge lines of a report, and
/// escape
/// sequences, which terminals obey.
/// </summary>
static class Printable
{
    static readonly SearchValues<char> Unsafe = SearchValues.Create([
        .. Enumerable
            .Range(0, 0x20)
            .Concat(Enumerable.Range(0x7f, 0x21))
            .Concat([0x2028, 0x2029, .. Enumerable.Range(0x202a, 5), .. Enumerable.Range(0x2066, 4)])
            .Select(code => (char)code),
    ]);

    /// <summary>One line, without control characters and marks that turn the direction of writing.</summary>
    public static string Line(string text)
    {
        if (!text.AsSpan().ContainsAny(Unsafe))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
            line.Append(
                c == '\t' ? ' '
                : Unsafe.Contains(c) ? '\uFFFD'
                : c
            );
        return line.ToString();
    }
}

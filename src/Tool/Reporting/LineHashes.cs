using System.Globalization;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>
/// What code scanning knows a line again by (<c>primaryLocationLineHash</c>): a rolling hash of the hundred characters from its beginning
/// on, white space
/// left out, and which of those with the same one it is. GitHub computes it where a log has none and the sources are at hand; it must be
/// the same.
/// </summary>
static class LineHashes
{
    const int Window = 100;
    const ulong Multiplier = 37;

    /// <summary>The hash of each line, by its number from 1.</summary>
    public static IReadOnlyDictionary<int, string> Of(string text)
    {
        // What the character that leaves the window counts for.
        var leaving = Enumerable.Range(0, Window).Aggregate(1UL, (product, _) => unchecked(product * Multiplier));
        var (window, begins, hashes, seen) = (
            new ushort[Window],
            new int[Window],
            new Dictionary<int, string>(),
            new Dictionary<ulong, int>()
        );
        var (hash, at, line) = (0UL, 0, 0);
        var (isLineStart, isAfterReturn) = (true, false);
        foreach (var c in text)
            Read(c);
        Read('\uFFFF'); // the end
        for (var i = 0; i < Window; i++)
        {
            Finish();
            Push(0);
        }
        return hashes;

        void Read(char c)
        {
            var isSkipped = c is ' ' or '\t' || isAfterReturn && c == '\n';
            isAfterReturn = !isSkipped && c == '\r';
            if (isSkipped)
                return;
            Finish();
            if (isLineStart)
                begins[at] = ++line;
            isLineStart = c is '\n' or '\r';
            Push(c == '\r' ? '\n' : c);
        }

        // The window has gone once round since the line at this place began.
        void Finish()
        {
            if (begins[at] is not (> 0 and var number))
                return;
            seen[hash] = seen.GetValueOrDefault(hash) + 1;
            hashes[number] = string.Create(CultureInfo.InvariantCulture, $"{hash:x}:{seen[hash]}");
            begins[at] = 0;
        }

        void Push(ushort c)
        {
            hash = unchecked(Multiplier * hash + c - leaving * window[at]);
            window[at] = c;
            at = (at + 1) % Window;
        }
    }
}

using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Syntax;

/// <summary>Searches source text without making a string of it.</summary>
static class TextSearch
{
    const int Window = 4096;

    /// <summary>Whether a text holds a name, letter for letter.</summary>
    public static bool Holds(this SourceText text, string name)
    {
        if (name.Length == 0 || name.Length > text.Length)
            return false;
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(Window, 2 * name.Length));
        try
        {
            // The windows overlap, so that no name is cut in two.
            for (var start = 0; start <= text.Length - name.Length; start += buffer.Length - name.Length + 1)
            {
                var length = Math.Min(buffer.Length, text.Length - start);
                text.CopyTo(start, buffer, 0, length);
                if (new ReadOnlySpan<char>(buffer, 0, length).IndexOf(name.AsSpan(), StringComparison.Ordinal) >= 0)
                    return true;
            }
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}

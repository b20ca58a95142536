using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Shows changes of a file as <c>diff -u</c> does, for reading and for <c>patch -p1</c>.</summary>
static class UnifiedDiff
{
    const int Context = 3;

    /// <summary>Lines with their line breaks. Only a line feed ends one, as <c>patch</c> sees it.</summary>
    static readonly IChunker Lines = new CustomFunctionChunker(SplitLines);

    /// <param name="path">Relative, as it is shown.</param>
    /// <param name="file">What it was and what it is to be.</param>
    public static string Of(string path, FixedFile file)
    {
        path = path.Replace('\\', '/');
        var changes = Differ.Instance.CreateDiffs(
            file.Before?.ToString() ?? "",
            file.After.ToString(),
            ignoreWhiteSpace: false,
            ignoreCase: false,
            Lines
        );
        var diff = new StringBuilder().Append($"--- {(file.Before is null ? "/dev/null" : "a/" + path)}\n+++ b/{path}\n");
        foreach (var hunk in Hunks(changes.DiffBlocks))
            Write(diff, hunk, changes);
        return diff.ToString();
    }

    /// <summary>Blocks whose context would touch are shown together.</summary>
    static IEnumerable<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.DeleteStartA - (hunk[^1].DeleteStartA + hunk[^1].DeleteCountA) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }
            hunk.Add(block);
        }
        if (hunk.Count > 0)
            yield return hunk;
    }

    static void Write(StringBuilder diff, List<DiffBlock> hunk, DiffResult changes)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var before = Math.Min(Context, first.DeleteStartA);
        var after = Math.Min(Context, changes.PiecesOld.Count - (last.DeleteStartA + last.DeleteCountA));
        var (start, end) = (first.DeleteStartA - before, last.DeleteStartA + last.DeleteCountA + after);
        var (newStart, newEnd) = (first.InsertStartB - before, last.InsertStartB + last.InsertCountB + after);
        diff.Append($"@@ -{Range(start, end - start)} +{Range(newStart, newEnd - newStart)} @@\n");
        var at = start;
        foreach (var block in hunk)
        {
            Append(diff, ' ', changes.PiecesOld.Skip(at).Take(block.DeleteStartA - at));
            Append(diff, '-', changes.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Append(diff, '+', changes.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }
        Append(diff, ' ', changes.PiecesOld.Skip(at).Take(end - at));

        static string Range(int first, int count) => $"{(count == 0 ? first : first + 1)},{count}";
    }

    static void Append(StringBuilder diff, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            diff.Append(sign).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
    }

    static string[] SplitLines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return [.. lines];
    }
}

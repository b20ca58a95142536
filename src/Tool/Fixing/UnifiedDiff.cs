using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Shows changes of a file as <c>diff -u</c> does, for reading and for <c>patch -p1</c>.</summary>
static class UnifiedDiff
{
    const int Context = 3;

    /// <summary>Lines that change together.</summary>
    /// <param name="First">The first line of the old text.</param>
    /// <param name="Old">The lines that go.</param>
    /// <param name="New">The lines that come.</param>
    sealed record Block(int First, IReadOnlyList<string> Old, IReadOnlyList<string> New)
    {
        public int End => First + Old.Count;
    }

    /// <param name="path">Relative, as it is shown.</param>
    public static string Of(string path, FixedFile file)
    {
        path = path.Replace('\\', '/');
        var lines = file.Before is null ? [] : Lines(file.Before.ToString());
        var blocks = file.Before is null ? [new Block(0, [], Lines(file.After.ToString()))] : Blocks(file.Before, file.After);
        var diff = new StringBuilder().Append($"--- {(file.Before is null ? "/dev/null" : "a/" + path)}\n+++ b/{path}\n");
        var moved = 0;
        foreach (var hunk in Hunks(blocks))
            moved += Write(diff, hunk, lines, moved);
        return diff.ToString();
    }

    static List<Block> Blocks(SourceText before, SourceText after)
    {
        var blocks = new List<Block>();
        var changes = after.GetTextChanges(before);
        for (var i = 0; i < changes.Count;)
        {
            var first = before.Lines.GetLineFromPosition(changes[i].Span.Start);
            var last = before.Lines.GetLineFromPosition(changes[i].Span.End);
            var next = i + 1;
            while (next < changes.Count && changes[next].Span.Start <= last.EndIncludingLineBreak)
                last = before.Lines.GetLineFromPosition(changes[next++].Span.End);
            var span = TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
            var text = before.GetSubText(span).WithChanges(changes.Skip(i).Take(next - i).Select(change => new TextChange(new TextSpan(change.Span.Start - span.Start, change.Span.Length), change.NewText!)));
            blocks.Add(Trimmed(new Block(first.LineNumber, Lines(before.ToString(span)), Lines(text.ToString()))));
            i = next;
        }
        return blocks;
    }

    static Block Trimmed(Block block)
    {
        var most = Math.Min(block.Old.Count, block.New.Count);
        var head = 0;
        while (head < most && block.Old[head] == block.New[head])
            head++;
        var tail = 0;
        while (tail < most - head && block.Old[^(tail + 1)] == block.New[^(tail + 1)])
            tail++;
        return new Block(block.First + head, [.. block.Old.Skip(head).SkipLast(tail)], [.. block.New.Skip(head).SkipLast(tail)]);
    }

    /// <summary>Blocks whose context would touch are shown together.</summary>
    static IEnumerable<List<Block>> Hunks(IEnumerable<Block> blocks)
    {
        var hunk = new List<Block>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.First - hunk[^1].End > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }
            hunk.Add(block);
        }
        if (hunk.Count > 0)
            yield return hunk;
    }

    /// <summary>Returns by how many lines what follows moves.</summary>
    static int Write(StringBuilder diff, List<Block> hunk, IReadOnlyList<string> lines, int moved)
    {
        var start = Math.Max(0, hunk[0].First - Context);
        var end = Math.Min(lines.Count, hunk[^1].End + Context);
        var grown = hunk.Sum(block => block.New.Count - block.Old.Count);
        diff.Append($"@@ -{Range(start, end - start)} +{Range(start + moved, end - start + grown)} @@\n");
        var at = start;
        foreach (var block in hunk)
        {
            Append(diff, ' ', lines.Skip(at).Take(block.First - at));
            Append(diff, '-', block.Old);
            Append(diff, '+', block.New);
            at = block.End;
        }
        Append(diff, ' ', lines.Skip(at).Take(end - at));
        return grown;

        static string Range(int first, int count) => $"{(count == 0 ? first : first + 1)},{count}";
    }

    static void Append(StringBuilder diff, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            diff.Append(sign).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
    }

    /// <summary>The lines of a text with their line breaks.</summary>
    static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }
}

using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Shows where two texts differ, line by line, with the white space that differs made visible.</summary>
static class TextDifference
{
    /// <returns>Each line once, marked <c>-</c> where only <paramref name="expected"/> has it and <c>+</c> where only
    /// <paramref name="actual"/> has it.</returns>
    public static string Show(SourceText expected, SourceText actual)
    {
        var (left, right) = (Lines(expected), Lines(actual));
        var common = CommonLengths(left, right);
        var difference = new StringBuilder();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                difference.AppendLine($"    {left[i].TrimEnd('\r', '\n')}");
                (i, j) = (i + 1, j + 1);
            }
            else if (j == right.Length || i < left.Length && common[i + 1, j] >= common[i, j + 1])
            {
                difference.AppendLine($"  - {Visible(left[i++])}");
            }
            else
            {
                difference.AppendLine($"  + {Visible(right[j++])}");
            }
        }

        return difference.ToString();
    }

    static string[] Lines(SourceText text) => [.. text.Lines.Select(line => text.ToString(line.SpanIncludingLineBreak))];

    /// <summary>Length of the longest common subsequence of the lines from i and from j on.</summary>
    static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }

    static string Visible(string line)
    {
        var content = line.TrimEnd('\r', '\n');
        var trimmed = content.TrimEnd();
        var end = line[content.Length..].Replace("\r", "\\r").Replace("\n", "\\n");
        return $"{trimmed}{new string('·', content.Length - trimmed.Length)}{end}".Replace("\t", "→");
    }
}

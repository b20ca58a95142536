using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Fixing;

namespace PkceAnalyzers.Tool.Tests;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own_and_near_ones_share_one()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(number => $"{number}\n"));
        Assert.Equal("""
            --- a/f
            +++ b/f
            @@ -1,7 +1,8 @@
             1
            -2
            +two
            +two and a half
             3
            -4
            +four
             5
             6
             7
            @@ -17,4 +18,3 @@
             17
             18
             19
            -20

            """, Of(before, before.Replace("\n2\n", "\ntwo\ntwo and a half\n").Replace("\n4\n", "\nfour\n").Replace("\n20\n", "\n"),
            (2, 1, "two\ntwo and a half"), (6, 1, "four"), (48, 3, "")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_text_without_a_last_line_break_says_so_and_breaks_are_kept() =>
        Assert.Equal("--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n", Of("a\r\nb", "a\r\nc", (3, 1, "c")));

    [Fact]
    public void An_added_file_comes_from_nowhere() =>
        Assert.Equal("--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n", UnifiedDiff.Of("f", new FixedFile("/f", null, SourceText.From("a\n"))));

    static string Of(string before, string after, params (int Start, int Length, string Text)[] changes)
    {
        var text = SourceText.From(before);
        var changed = text.WithChanges(changes.Select(change => new TextChange(new TextSpan(change.Start, change.Length), change.Text)));
        Assert.Equal(after, changed.ToString());
        return UnifiedDiff.Of("f", new FixedFile("/f", text, changed));
    }
}

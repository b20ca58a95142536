using System.Globalization;
using System.Text;

namespace DesktopLogin;

static class Printable
{
    /// <summary>A text out of a response without what a terminal would obey: control and format characters as U+001B.</summary>
    public static string Of(string text)
    {
        var printable = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isPrintable = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            printable.Append(isPrintable ? rune.ToString() : $"U+{rune.Value:X4}");
        }
        return printable.ToString();
    }
}

using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Settings.Files;

/// <summary>A value of a settings file.</summary>
/// <param name="Section">The path of the section that it is in, its parts divided by colons.</param>
/// <param name="Name">Its key in the section; the number of an element in a list.</param>
/// <param name="Span">Where key and value stand.</param>
/// <param name="Written">Where the value alone stands.</param>
sealed record SettingValue(string Section, string Name, string Text, TextSpan Span, TextSpan Written)
{
    public static SettingValue At(string path, string text, TextSpan span, TextSpan written)
    {
        var colon = path.LastIndexOf(':');
        return new SettingValue(path.Substring(0, Math.Max(0, colon)), path.Substring(colon + 1), text, span, written);
    }
}

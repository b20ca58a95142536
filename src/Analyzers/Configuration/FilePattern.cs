using System.Text.RegularExpressions;

namespace PkceAnalyzers.Configuration;

/// <summary>A pattern of file paths: <c>*</c> and <c>?</c> within a name, <c>**</c> over folders; it fits the end of a path.</summary>
static class FilePattern
{
    static readonly Regex Valid = new(@"^(?!/)[^\\\[\]{}<>:""]+$", RegexOptions.CultureInvariant);

    public static bool IsValid(string pattern) => Valid.IsMatch(pattern);

    public static bool Fits(string pattern, string path)
    {
        var expression = Regex
            .Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?")
            .Replace(@"\*\*", ".*")
            .Replace(@"\*", "[^/]*")
            .Replace(@"\?", "[^/]");
        return Regex.IsMatch(path.Replace('\\', '/'), $"(^|/){expression}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}

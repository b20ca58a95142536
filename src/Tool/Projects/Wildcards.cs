using System.Text;
using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>An item specification of MSBuild as full path: <c>*</c>, <c>?</c> and <c>**</c> stand for any names.</summary>
sealed class Wildcards
{
    static readonly char[] Stars = ['*', '?'];
    readonly Regex _pattern;

    public Wildcards(string path)
    {
        path = path.Replace('\\', '/');
        var fixedEnd = path.IndexOfAny(Stars) is >= 0 and var star ? path.LastIndexOf('/', star) : path.LastIndexOf('/');
        // The part without wildcards may hold "..", which only makes sense before matching.
        Folder = Path.GetFullPath(fixedEnd <= 0 ? "/" : path[..fixedEnd]);
        var pattern = new StringBuilder("^").Append(Regex.Escape(Folder.Replace('\\', '/').TrimEnd('/')));
        foreach (var part in path[(fixedEnd + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            pattern.Append(part == "**" ? "(?:/[^/]+)*?" : "/" + Regex.Escape(part).Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]"));
        }
        if (path.EndsWith("**", StringComparison.Ordinal))
            pattern.Append("/[^/]+");
        _pattern = new Regex(
            pattern.Append('$').ToString(),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(5)
        );
    }

    /// <summary>The folder below which everything that matches lies.</summary>
    public string Folder { get; }

    public static bool In(string path) => path.IndexOfAny(Stars) >= 0;

    public bool Match(string path) => _pattern.IsMatch(path.Replace('\\', '/'));
}

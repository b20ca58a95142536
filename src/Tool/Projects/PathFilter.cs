using Microsoft.Extensions.FileSystemGlobbing;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>
/// Tells which files are reported on, by patterns of paths (<c>*</c> stands for any part of a name, <c>**</c> for any folders). What is
/// left out is
/// still read: it is part of the program.
/// </summary>
sealed class PathFilter
{
    readonly IReadOnlyList<string> _roots;
    readonly Matcher? _matcher;

    /// <param name="roots">Full paths that patterns are relative to: what is scanned.</param>
    /// <param name="include">What is reported on; none: everything.</param>
    /// <param name="exclude">What is not, of that.</param>
    /// <exception cref="InputException">A pattern is not understood.</exception>
    public PathFilter(IEnumerable<string> roots, IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        _roots =
        [
            .. roots
                .Select(Path.GetFullPath)
                .Select(root => Directory.Exists(root) ? root : Path.GetDirectoryName(root)!)
                .Select(Path.TrimEndingDirectorySeparator)
                .Distinct()
                .OrderByDescending(root => root.Length),
        ];
        if (include.Count + exclude.Count == 0)
            return;
        _matcher = new Matcher(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        _matcher.AddIncludePatterns(include.Count == 0 ? ["**/*"] : include.SelectMany(Patterns));
        _matcher.AddExcludePatterns(exclude.SelectMany(Patterns));
    }

    /// <summary>Whether a file is reported on.</summary>
    /// <param name="path">Its full path.</param>
    public bool Covers(string path) => _matcher is null || _matcher.Match(Relative(path)).HasMatches;

    /// <summary>The path below what is scanned, with forward slashes.</summary>
    public string Relative(string path)
    {
        var root = _roots.FirstOrDefault(root => FileTree.Holds(root, path)) ?? _roots[^1];
        return Path.GetRelativePath(root, path).Replace('\\', '/');
    }

    /// <summary>A pattern means the file or the folder of that name; one without a slash means it anywhere.</summary>
    static IEnumerable<string> Patterns(string written)
    {
        var pattern = written.Replace('\\', '/').TrimEnd('/');
        pattern = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        if (pattern.Length == 0 || Path.IsPathRooted(pattern) || pattern.Split('/').Contains("..") || pattern.Contains('?'))
            throw new InputException(
                $"'{written}' is not a pattern of paths below what is scanned, such as '**/tests' or '*.Designer.cs' (wildcards "
                    + "are * and **)"
            );
        if (!pattern.Contains('/'))
            pattern = "**/" + pattern;
        return [pattern, pattern + "/**"];
    }
}

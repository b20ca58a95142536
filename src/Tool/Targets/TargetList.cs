using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Targets;

/// <summary>A file that names what is scanned one after another: a path or the address of a git repository in each line.</summary>
static class TargetList
{
    /// <summary>The paths in their order, each once. The address of a repository stands for its clone, below the folder of the list as
    /// <c>host/owner/name</c>, <c>owner/name</c> or <c>name</c>.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Read(string file)
    {
        try
        {
            using var reader = new StreamReader(RegularFile.Open(file));
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            return
            [
                .. reader
                    .ReadToEnd()
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Where(line => !line.StartsWith('#'))
                    .Select(line => PathOf(line, folder))
                    .Distinct(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: {e.Message}", e);
        }
    }

    static string PathOf(string line, string folder)
    {
        if (Repository(line) is not { } parts)
            return Path.GetFullPath(Path.Combine(folder, line));
        var clones = Enumerable.Range(0, parts.Length).Select(first => Path.Combine([folder, .. parts[first..]])).ToList();
        return clones.Find(Directory.Exists) ?? clones[0];
    }

    /// <summary>Host and path of an address such as <c>https://host/owner/name.git</c> or <c>git@host:owner/name</c>; null for
    /// none.</summary>
    static string[]? Repository(string line)
    {
        var address =
            line.StartsWith("git@", StringComparison.Ordinal) ? line["git@".Length..].Replace(':', '/')
            : Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri is { IsFile: false, Host.Length: > 0 } ? uri.Host + uri.AbsolutePath
            : null;
        var parts = address?.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is null || parts.Contains(".."))
            return null;
        if (parts[^1].EndsWith(".git", StringComparison.Ordinal))
            parts[^1] = parts[^1][..^".git".Length];
        return parts;
    }
}

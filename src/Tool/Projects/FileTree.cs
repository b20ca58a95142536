using System.Collections.Concurrent;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>
/// The files below a root, as MSBuild would see them on a case-insensitive disk. Links are not followed: what they
/// point to is scanned where it lies, or lies outside what was asked for. Folders are read once.
/// </summary>
/// <param name="root">Full path of the folder that is scanned.</param>
/// <param name="ignored">Full paths of files and folders that are not met on the way (those that .gitignore names); one that is named is
/// found.</param>
sealed class FileTree(string root, IReadOnlySet<string>? ignored = null)
{
    static readonly EnumerationOptions NoLinks = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
        IgnoreInaccessible = true,
    };

    readonly ConcurrentDictionary<string, Folder> _folders = new(StringComparer.Ordinal);
    readonly string _root = Path.TrimEndingDirectorySeparator(root);

    /// <summary>Full path of the folder that is scanned.</summary>
    public string Root => _root;

    /// <summary>Full paths of all files below a folder, without hidden and package folders; the folder itself must
    /// not be reached by a link.</summary>
    public IEnumerable<string> FilesBelow(string folder)
    {
        if (IsLinked(folder))
            yield break;
        var open = new Stack<string>([Path.TrimEndingDirectorySeparator(folder)]);
        while (open.TryPop(out var next))
        {
            var (files, folders) = Read(next);
            foreach (var file in files.Where(IsMet))
                yield return file;
            foreach (var below in folders.Where(IsMet))
            {
                if (Path.GetFileName(below) is var name && !name.StartsWith('.') && name != "node_modules")
                    open.Push(below);
            }
        }
    }

    bool IsMet(string path) => ignored?.Contains(path) != true;

    /// <summary>The full path of an existing file, whose name may be written in other case or with other separators;
    /// null if there is none or it is reached by a link.</summary>
    public string? Find(string path)
    {
        var full = Path.GetFullPath(path.Replace('\\', '/'));
        if (!File.Exists(full))
        {
            if (Path.GetDirectoryName(full) is not { } folder || FindFolder(folder) is not { } found)
                return null;
            full = Same(Read(found).Files, Path.GetFileName(full));
        }
        return full is null || IsLinked(full) ? null : full;
    }

    string? FindFolder(string path)
    {
        if (Directory.Exists(path))
            return path;
        return Path.GetDirectoryName(path) is { } above && FindFolder(above) is { } found
            ? Same(Read(found).Folders, Path.GetFileName(path))
            : null;
    }

    static string? Same(string[] paths, string name) =>
        Array.Find(paths, p => Path.GetFileName(p.AsSpan()).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a link lies on the way to a path. Links above what the path shares with the root are the
    /// user's own choice.</summary>
    public bool IsLinked(string path)
    {
        for (var part = Path.TrimEndingDirectorySeparator(path); !Holds(part, _root); part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                return true;
        }
        return false;
    }

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool Holds(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    Folder Read(string folder) =>
        _folders.GetOrAdd(
            folder,
            static path =>
            {
                try
                {
                    return new Folder(
                        [.. Directory.EnumerateFiles(path, "*", NoLinks).Order(StringComparer.Ordinal)],
                        [.. Directory.EnumerateDirectories(path, "*", NoLinks).OrderDescending(StringComparer.Ordinal)]
                    );
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return new Folder([], []); // went away, is closed to us, or a name that the disk cannot hold
                }
            }
        );

    sealed record Folder(string[] Files, string[] Folders);
}

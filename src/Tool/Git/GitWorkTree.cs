using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PkceAnalyzers.Tool.Git;

/// <summary>
/// The work tree of git that a folder lies in. It is asked by plumbing commands that read objects and names only: no hook, file system
/// monitor, filter, text conversion or other program that the scanned tree or its configuration names is run, and nothing is fetched.
/// </summary>
sealed class GitWorkTree
{
    static readonly string[] Safe =
    [
        "--no-pager",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.untrackedCache=false",
    ];

    static readonly Dictionary<string, string> Environment = new()
    {
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_ALLOW_PROTOCOL"] = "none", // an older git fetches missing objects all the same
        ["LC_ALL"] = "C",
    };

    readonly string _folder;

    GitWorkTree(string folder) => _folder = folder;

    /// <summary>Null for a folder that lies in no work tree.</summary>
    /// <param name="folder">Full path.</param>
    public static GitWorkTree? Of(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Path.Exists(Path.Combine(above, ".git")))
                return new GitWorkTree(folder);
        }
        return null;
    }

    /// <summary>Full path of the folder at the top, as the folder that was asked for leads to it; null where git does not say.</summary>
    public async Task<string?> TopAsync(CancellationToken cancel)
    {
        // Not --show-toplevel, which follows links.
        if (await TextAsync(cancel, "rev-parse", "--show-cdup") is not { } up)
            return null;
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(_folder, up.Trim())));
    }

    /// <summary>Full paths of the files and folders below the folder that .gitignore and its like leave out; none where git does not say,
    /// or where
    /// the folder itself is left out: who names it means it.</summary>
    public async Task<IReadOnlySet<string>> IgnoredAsync(CancellationToken cancel)
    {
        var listed = await TextAsync(cancel, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory") ?? "";
        var names = listed.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return names.Contains("./")
            ? new HashSet<string>()
            : names.Select(name => Path.TrimEndingDirectorySeparator(Path.Combine(_folder, name))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The id of the commit at which the present branch left a revision; the revision's own where they have none in common (a
    /// shallow
    /// clone).</summary>
    /// <exception cref="InputException">There is no such revision, or git cannot be asked.</exception>
    public async Task<string> BaseOfAsync(string revision, CancellationToken cancel)
    {
        if (
            revision.StartsWith('-')
            || await TextAsync(cancel, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is not { } commit
        )
            throw new InputException($"{_folder}: git knows no revision '{revision}' here");
        return (await TextAsync(cancel, "merge-base", commit.Trim(), "HEAD") ?? commit).Split('\n')[0].Trim();
    }

    /// <summary>The blobs of a commit: their ids by path, relative to the top, with forward slashes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> BlobsAsync(string commit, CancellationToken cancel)
    {
        var listed =
            await TextAsync(cancel, "ls-tree", "-r", "-z", "--full-tree", commit)
            ?? throw new InputException($"{_folder}: git cannot list {commit}");
        var blobs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // "100644 blob <id>\t<path>"
            if (entry.Split('\t', 2) is [var facts, var path] && facts.Split(' ') is [_, "blob", var id])
                blobs[path] = id;
        }
        return blobs;
    }

    /// <summary>A blob as it is stored; null where it is not there.</summary>
    public Task<byte[]?> BlobAsync(string id, CancellationToken cancel) => RunAsync(["cat-file", "blob", id], cancel);

    async Task<string?> TextAsync(CancellationToken cancel, params string[] arguments) =>
        await RunAsync(arguments, cancel) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>What git writes; null where it fails or is not installed.</summary>
    async Task<byte[]?> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("git", [.. Safe, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        try
        {
            using var git = Process.Start(start)!;
            git.StandardInput.Close();
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            using var output = new MemoryStream();
            await git.StandardOutput.BaseStream.CopyToAsync(output, cancel);
            await git.WaitForExitAsync(cancel);
            return git.ExitCode == 0 ? output.ToArray() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

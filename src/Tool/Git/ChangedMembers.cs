using DiffPlex;
using DiffPlex.Chunkers;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Git;

/// <summary>
/// Tells which findings lie in members that were changed since a revision, committed or not. Texts are compared here, and not by git: that
/// would run
/// the filters that a work tree names.
/// </summary>
sealed class ChangedMembers
{
    /// <summary>Lines of the present text, from 1: those that are new or changed, and those before which some are gone.</summary>
    sealed record Changes(IReadOnlySet<int> Lines, IReadOnlySet<int> Gaps)
    {
        /// <summary>What is gone between two members is in neither.</summary>
        public bool Touch(int first, int last) =>
            Lines.Any(line => line >= first && line <= last) || Gaps.Any(line => line > first && line <= last);
    }

    readonly GitWorkTree _git;
    readonly string _top;
    readonly IReadOnlyDictionary<string, string> _blobs;
    readonly Dictionary<string, Changes?> _changes = [];

    ChangedMembers(GitWorkTree git, string top, IReadOnlyDictionary<string, string> blobs) => (_git, _top, _blobs) = (git, top, blobs);

    /// <param name="folder">Full path of a folder in the work tree.</param>
    /// <param name="revision">What the present branch left is compared with: the commit that both come from.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="InputException">There is no such work tree or revision.</exception>
    public static async Task<ChangedMembers> SinceAsync(string folder, string revision, CancellationToken cancel)
    {
        if (GitWorkTree.Of(folder) is not { } git || await git.TopAsync(cancel) is not { } top)
            throw new InputException($"{folder}: --changed-since needs a work tree of git");
        return new ChangedMembers(git, top, await git.BlobsAsync(await git.BaseOfAsync(revision, cancel), cancel));
    }

    /// <summary>Whether the member that a finding lies in was changed; a file that git did not have is new as a whole.</summary>
    public async Task<bool> HoldAsync(Finding finding, CancellationToken cancel)
    {
        if (!_changes.TryGetValue(finding.Path, out var changes))
            _changes[finding.Path] = changes = await ChangesAsync(finding.Path, cancel);
        return changes is null || finding.Line == 0 || changes.Touch(finding.Member.First, finding.Member.Last);
    }

    /// <summary>Null for a file that is new.</summary>
    async Task<Changes?> ChangesAsync(string path, CancellationToken cancel)
    {
        if (
            !FileTree.Holds(_top, path)
            || !_blobs.TryGetValue(Path.GetRelativePath(_top, path).Replace('\\', '/'), out var id)
            || await _git.BlobAsync(id, cancel) is not { } blob
        )
            return null;
        try
        {
            var before = SourceReader.Read(path, new MemoryStream(blob)).ToString();
            return Between(before, SourceReader.Read(path).ToString());
        }
        catch (InputException)
        {
            return null; // was no text, or is none
        }
    }

    static Changes Between(string before, string after)
    {
        // However lines end: git may have changed that on the way.
        var blocks = Differ
            .Instance.CreateDiffs(
                before.ReplaceLineEndings("\n"),
                after.ReplaceLineEndings("\n"),
                ignoreWhiteSpace: false,
                ignoreCase: false,
                new LineChunker()
            )
            .DiffBlocks;
        return new Changes(
            blocks.SelectMany(block => Enumerable.Range(block.InsertStartB + 1, block.InsertCountB)).ToHashSet(),
            blocks.Where(block => block.InsertCountB == 0).Select(block => block.InsertStartB + 1).ToHashSet()
        );
    }
}

using System.Text.Json;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Reporting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Baselines;

/// <summary>A file of findings that are known, to be committed with the code: only what is not in it is new.</summary>
sealed class Baseline
{
    const int Version = 1;

    readonly string _folder;
    readonly HashSet<BaselineEntry> _entries;

    Baseline(string path, IEnumerable<BaselineEntry> entries)
    {
        _folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        _entries = [.. entries];
    }

    /// <summary>The known findings.</summary>
    public IReadOnlySet<BaselineEntry> Entries => _entries;

    /// <exception cref="InputException">It cannot be read.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            using var file = RegularFile.Open(path);
            var content = JsonSerializer.Deserialize<Content>(file, Options) ?? throw new JsonException();
            if (content.Version != Version)
                throw new InputException($"{path}: is a baseline of version {content.Version}, and this pkce reads version {Version}");
            if (
                content.Findings is null
                || content.Findings.Exists(entry => entry is not { Rule: not null, Path: not null, Fingerprint: not null })
            )
                throw new InputException($"{path}: not readable as a baseline: a finding has no rule, path and fingerprint");
            return new Baseline(path, content.Findings);
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): not readable as a baseline", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>One with no findings, which may become a file.</summary>
    public static Baseline Empty(string path) => new(path, []);

    public bool Knows(Finding finding) => _entries.Contains(EntryOf(finding));

    public BaselineEntry EntryOf(Finding finding) =>
        new(finding.Id, System.IO.Path.GetRelativePath(_folder, finding.Path).Replace('\\', '/'), finding.Fingerprint);

    /// <summary>Full path of the file that an entry is about.</summary>
    public string FullPath(BaselineEntry entry) => System.IO.Path.GetFullPath(System.IO.Path.Combine(_folder, entry.Path));

    /// <summary>Writes entries in an order of their own, so that changes of the file are small.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<BaselineEntry> entries)
    {
        var ordered = entries
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
            .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal)
            .ToList();
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(new Content(Version, ordered), Options) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    static readonly JsonSerializerOptions Options = new(Json.Indented) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    sealed record Content(int Version, List<BaselineEntry> Findings);
}

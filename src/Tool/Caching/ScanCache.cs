using System.Text.Json;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Caching;

/// <summary>A folder of what scans gave, by the content of all that they read. What cannot be read or written of it is as if it were not
/// there.</summary>
/// <param name="folder">Made where it is not there.</param>
/// <param name="keys">Names the content of groups.</param>
sealed class ScanCache(string folder, GroupKeys keys)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    readonly Dictionary<SourceGroup, string?> _asked = [];

    /// <summary>Null where the group, or anything that it refers to, is not as in a scan before.</summary>
    public ScannedGroup? Find(SourceGroup group)
    {
        _asked[group] = keys.Of(group);
        if (PathOf(_asked[group]) is not { } path || !File.Exists(path))
            return null;
        try
        {
            var found = JsonSerializer.Deserialize<ScannedGroup>(File.ReadAllBytes(path), Options);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return found;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Keeps what a scan gave, unless something changed since <see cref="Find"/>, while it was read.</summary>
    /// <param name="groups">What was scanned, to its end and without errors.</param>
    public void Add(IEnumerable<(SourceGroup Group, ScannedGroup Scanned)> groups)
    {
        keys.Forget();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (group, scanned) in groups)
            {
                if (PathOf(_asked[group]) is not { } path || keys.Of(group) != _asked[group])
                    continue;
                var temporary = $"{path}.{Path.GetRandomFileName()}";
                File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(scanned, Options));
                File.Move(temporary, path, overwrite: true);
            }
            foreach (
                var old in new DirectoryInfo(folder).EnumerateFiles("*.pkce*").Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > Kept)
            )
                old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next scan will be no faster.
        }
    }

    string? PathOf(string? key) => key is null ? null : Path.Combine(folder, $"{key}.pkce");
}

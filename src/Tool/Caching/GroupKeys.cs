using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Caching;

/// <summary>
/// Names groups of sources by the content of all that their analysis reads: this program, the project as evaluated, sources, settings,
/// configuration, the packages' assemblies, and the groups that they refer to.
/// </summary>
/// <param name="options">What else decides what a scan gives.</param>
/// <param name="covers">Whether a file is reported on.</param>
sealed class GroupKeys(string options, Func<string, bool> covers)
{
    readonly Dictionary<SourceGroup, string?> _known = [];

    /// <summary>Null where a file cannot be read.</summary>
    public string? Of(SourceGroup group)
    {
        if (_known.TryGetValue(group, out var known))
            return known;
        try
        {
            return _known[group] = Digest(group);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AggregateException)
        {
            return _known[group] = null;
        }
    }

    /// <summary>Reads everything again the next time.</summary>
    public void Forget() => _known.Clear();

    string? Digest(SourceGroup group)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, [options, Program, group.Location, group.LanguageVersion ?? "", $"{group.IsScanned}", .. group.Project?.Facts ?? []]);
        foreach (var reference in group.References)
        {
            if (Of(reference) is not { } key)
                return null;
            Add(digest, [key]);
        }
        string[] files = [.. group.Sources, .. group.AdditionalFiles, .. AnalyzerConfigFiles.Paths(group)];
        foreach (var (file, content) in files.Zip(files.AsParallel().AsOrdered().Select(ContentOf)))
            Add(digest, [file, $"{covers(file)}", content]);
        if (group.Project is { } project && PackageAssets.Of(project) is { } assets)
            Add(digest, [ContentOf(PackageAssets.PathOf(project)), .. assets.Assemblies.Concat(assets.Framework).Select(StateOf)]);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    static string ContentOf(string path)
    {
        using var file = RegularFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Of a package that does not change: its version is part of its path.</summary>
    static string StateOf(string assembly)
    {
        var file = new FileInfo(assembly);
        return string.Create(CultureInfo.InvariantCulture, $"{assembly} {file.Length} {file.LastWriteTimeUtc.Ticks}");
    }

    /// <summary>This very build of the tool and of the analyzers, the .NET whose types it knows, and the SDK that compiles Razor.</summary>
    static string Program { get; } =
        string.Join(
            ' ',
            typeof(GroupKeys).Module.ModuleVersionId,
            typeof(PkceAnalyzer).Module.ModuleVersionId,
            RuntimeInformation.FrameworkDescription,
            RazorCompiler.OfSdk is { } razor ? StateOf(razor.Location) : ""
        );

    /// <summary>With their lengths: no two lists are the same bytes.</summary>
    static void Add(IncrementalHash digest, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            digest.AppendData(BitConverter.GetBytes(bytes.Length));
            digest.AppendData(bytes);
        }
    }
}

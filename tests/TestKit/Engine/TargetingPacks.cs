using System.Runtime.InteropServices;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Finds targeting packs in the <c>packs</c> folder beside the running runtime, or of another .NET
/// installation that <c>DOTNET_ROOT</c> or <c>PATH</c> names.</summary>
static class TargetingPacks
{
    public const string NetCore = "Microsoft.NETCore.App.Ref";

    public const string AspNetCore = "Microsoft.AspNetCore.App.Ref";

    /// <summary>Paths of the reference assemblies in the newest pack for the framework.</summary>
    public static IReadOnlyList<string> Assemblies(string pack, string targetFramework)
    {
        var roots = Roots().Distinct().ToList();
        var folder = roots.Select(root => Newest(Path.Combine(root, "packs", pack), targetFramework)).FirstOrDefault(found => found is not null);
        return folder is null
            ? throw new DirectoryNotFoundException($"The targeting pack {pack} for {targetFramework} is in none of: {string.Join(", ", roots.Select(root => Path.Combine(root, "packs")))}. Install the .NET SDK.")
            : Directory.GetFiles(folder, "*.dll");
    }

    static IEnumerable<string> Roots()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            yield return root;

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var host = new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
            if (host.Exists)
                yield return (host.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? host).DirectoryName!;
        }
    }

    static string? Newest(string pack, string targetFramework)
    {
        if (!Directory.Exists(pack))
            return null;

        return Directory.GetDirectories(pack)
            .OrderByDescending(Release)
            .Select(folder => Path.Combine(folder, "ref", targetFramework))
            .FirstOrDefault(Directory.Exists);
    }

    /// <summary>The version that a folder is called after, without the label of a preview.</summary>
    static Version? Release(string folder)
        => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : null;
}

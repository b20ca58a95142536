using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NuGet.Versioning;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>
/// The reference assemblies of the .NET that runs this tool, whatever a project targets: they are there on every
/// machine that runs it. Where no SDK is installed, the implementation assemblies take their place.
/// </summary>
static class FrameworkReferences
{
    static readonly string[] Frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App", "Microsoft.WindowsDesktop.App"];

    static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> ByName = new(Load);

    /// <summary>By assembly name.</summary>
    public static IReadOnlyDictionary<string, MetadataReference> All => ByName.Value;

    static Dictionary<string, MetadataReference> Load()
    {
        // <dotnet>/shared/Microsoft.NETCore.App/<version>/
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var references = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var framework in Frameworks)
        {
            var folder =
                NewestVersion(Path.Combine(dotnet, "packs", framework + ".Ref")) is { } pack && Directory.Exists(Path.Combine(pack, "ref"))
                    ? Directory.EnumerateDirectories(Path.Combine(pack, "ref")).Order(StringComparer.Ordinal).LastOrDefault()
                    : NewestVersion(Path.Combine(dotnet, "shared", framework));
            if (folder is null)
                continue;
            foreach (var path in Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal))
                references.TryAdd(Path.GetFileNameWithoutExtension(path), MetadataReference.CreateFromFile(path));
        }
        if (references.Count == 0)
            throw new InputException($"no reference assemblies of .NET found in {dotnet}; install the .NET SDK");
        return references;
    }

    static string? NewestVersion(string folder) =>
        !Directory.Exists(folder)
            ? null
            : Directory
                .EnumerateDirectories(folder)
                .OrderBy(path => NuGetVersion.TryParse(Path.GetFileName(path), out var version) ? version : new NuGetVersion(0, 0, 0))
                .ThenBy(path => path, StringComparer.Ordinal)
                .LastOrDefault();

    // Beside implementation assemblies lie native libraries.
    static bool IsManaged(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        try
        {
            return file.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}

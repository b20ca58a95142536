using System.Text.Json;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>What restore left in <c>project.assets.json</c>: the packages that a project uses, direct or not, and the
/// assemblies of theirs that it compiles against.</summary>
sealed class PackageAssets
{
    /// <summary>Packages that are the framework themselves, and where in them its reference assemblies lie.</summary>
    static readonly (string Id, string Folder)[] Frameworks =
    [
        ("NETStandard.Library", "build/netstandard2.0/ref"),
        ("Microsoft.NETFramework.ReferenceAssemblies.", "build/.NETFramework"),
    ];

    PackageAssets(IReadOnlyDictionary<string, string> versions, IReadOnlyList<string> assemblies, IReadOnlyList<string> framework) =>
        (Versions, Assemblies, Framework) = (versions, assemblies, framework);

    /// <summary>Package ids and the versions in use.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>Full paths of the packages' assemblies that exist.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    /// <summary>Full paths of the reference assemblies of a framework that is itself a package; empty for .NET.</summary>
    public IReadOnlyList<string> Framework { get; }

    /// <summary>The file that restore leaves.</summary>
    public static string PathOf(ProjectFile project) => Path.Combine(project.IntermediateFolder, "project.assets.json");

    /// <summary>Null where the project is not restored for its target framework, or the file is not understood.</summary>
    public static PackageAssets? Of(ProjectFile project)
    {
        var path = PathOf(project);
        if (!File.Exists(path))
            return null;
        try
        {
            using var file = RegularFile.Open(path);
            using var assets = JsonDocument.Parse(file);
            return Read(assets.RootElement, project.TargetFramework);
        }
        catch (Exception e)
            when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            return null; // left over or half-written: as if there were none
        }
    }

    static PackageAssets? Read(JsonElement root, TargetFramework framework)
    {
        // "net8.0", ".NETStandard,Version=v2.0"; those for one runtime ("net8.0/linux-x64") name the same assemblies.
        var target = root.GetProperty("targets").EnumerateObject().FirstOrDefault(t => framework.IsSameAs(TargetFramework.Parse(t.Name)));
        if (target.Value.ValueKind != JsonValueKind.Object)
            return null;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        var libraries = root.GetProperty("libraries");
        var versions = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var assemblies = new List<string>();
        var frameworkAssemblies = new List<string>();
        foreach (var package in target.Value.EnumerateObject())
        {
            if (package.Name.Split('/') is not [var id, var version] || package.Value.GetProperty("type").GetString() != "package")
                continue;
            versions[id] = version;
            var relative = libraries.GetProperty(package.Name).GetProperty("path").GetString() ?? "";
            if (folders.Select(f => Path.Combine(f, relative)).FirstOrDefault(Directory.Exists) is not { } folder)
                continue;
            if (package.Value.TryGetProperty("compile", out var compile))
                assemblies.AddRange(
                    compile
                        .EnumerateObject()
                        .Where(c => c.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                        .Select(c => Path.Combine(folder, c.Name))
                        .Where(File.Exists)
                );
            frameworkAssemblies.AddRange(FrameworkIn(id, folder));
        }
        return new PackageAssets(versions, assemblies, frameworkAssemblies);
    }

    static IEnumerable<string> FrameworkIn(string id, string package)
    {
        var inside = Array.Find(Frameworks, f => id.StartsWith(f.Id, StringComparison.OrdinalIgnoreCase)).Folder;
        return inside is not null && Path.Combine(package, inside) is var folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }
}

using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>The configuration of a group: the .editorconfig and .globalconfig files that a build would find, and the
/// properties that it would hand to the analyzers.</summary>
static class AnalyzerConfigFiles
{
    public static IReadOnlyList<ConfigFile> For(SourceGroup group, PackageAssets? assets, Problems problems)
    {
        var configs = new List<ConfigFile>();
        foreach (var path in Paths(group))
        {
            try
            {
                configs.Add(new(path, SourceReader.Read(path)));
            }
            catch (InputException e)
            {
                problems.Warning($"{e.Message} (scanned without this configuration)");
            }
        }
        // The same file that a build generates from the compiler-visible properties.
        var properties = Properties(group.Project, assets).Select(p => $"build_property.{p.Name} = {p.Value}\n");
        configs.Add(
            new(
                Path.Combine(Path.GetDirectoryName(group.Location)!, "pkce.GeneratedMSBuildEditorConfig.editorconfig"),
                SourceText.From("is_global = true\n" + string.Concat(properties))
            )
        );
        return configs;
    }

    static IEnumerable<(string Name, string Value)> Properties(ProjectFile? project, PackageAssets? assets)
    {
        yield return ("PkceUnresolvedTypes", "match");
        yield return ("PkceFollowProjects", "true");
        if (project is null)
            yield break;
        var versions = project.PackageReferences().ToDictionary(p => p.Id, p => p.Version, StringComparer.OrdinalIgnoreCase);
        foreach (var (id, version) in assets?.Versions ?? new Dictionary<string, string>())
            versions[id] = version;
        yield return ("TargetFramework", project.TargetFramework.Moniker);
        yield return ("IsTestProject", project.IsTestProject ? "true" : "false");
        yield return (
            "PkcePackageVersions",
            string.Join(
                '|',
                versions
                    .Where(v => v.Value.Length > 0)
                    .OrderBy(v => v.Key, StringComparer.OrdinalIgnoreCase)
                    .Select(v => $"{v.Key}={v.Value}")
            )
        );
    }

    /// <summary>The files of a configuration that lie on disk.</summary>
    public static IEnumerable<string> Paths(SourceGroup group)
    {
        var folders = new HashSet<string>();
        foreach (var file in group.Sources.Concat(group.AdditionalFiles).Append(group.Location))
        {
            for (var folder = Path.GetDirectoryName(file); folder is not null && folders.Add(folder); )
                folder = Path.GetDirectoryName(folder);
        }
        return folders
            .SelectMany(f => new[] { Path.Combine(f, ".editorconfig"), Path.Combine(f, ".globalconfig") })
            .Where(File.Exists)
            .Concat(group.Project?.AnalyzerConfigFiles ?? [])
            .Distinct()
            .Order(StringComparer.Ordinal);
    }
}

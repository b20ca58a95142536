using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>The rewrites that findings have to outlast.</summary>
static class AllRewrites
{
    /// <summary>Libraries that are not restored.</summary>
    static readonly Rewrite Unresolved = new("libraries not restored", _ => []) { OfProject = WithoutLibraries, LeavesUnresolved = true };

    public static IReadOnlyList<Rewrite> All { get; } =
        [.. TextRewrites.All, .. SetRewrites.All, .. FlowRewrites.All, .. StructureRewrites.All, .. NameRewrites.All, .. NoiseRewrites.All, Unresolved];

    static Project WithoutLibraries(Project project)
    {
        var libraries = project.MetadataReferences.Where(reference => reference.Display is not { } path || !path.Contains("packs", StringComparison.Ordinal)).ToList();
        if (libraries.Count == 0)
            return project;
        var compilation = project.GetCompilationAsync().Result!;
        var versions = string.Join('|', libraries.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Select(library => $"{library.Identity.Name}={library.Identity.Version.ToString(3)}"));
        var without = libraries.Aggregate(project, (current, library) => current.RemoveMetadataReference(library));
        return without.AddAnalyzerConfigDocument("Unresolved.globalconfig", SourceText.From(
            $"is_global = true\nglobal_level = 200\nbuild_property.PkceUnresolvedTypes = match\nbuild_property.PkcePackageVersions = {versions}\nbuild_property.TargetFramework = net10.0\n"), filePath: "/Unresolved.globalconfig").Project;
    }
}

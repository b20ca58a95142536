using Microsoft.CodeAnalysis;
using PkceAnalyzers.Configuration;

namespace PkceAnalyzers.Libraries;

/// <summary>What is known of a library's version.</summary>
/// <param name="Exact">The version itself.</param>
/// <param name="Below">A version that it is before.</param>
sealed record LibraryVersion(Version? Exact, Version? Below)
{
    /// <summary>By the package that the project names, else by the assembly that declares the type, else by what the target framework
    /// admits.</summary>
    public static LibraryVersion Of(ConfiguredType type, INamedTypeSymbol? symbol, ProjectFacts project)
    {
        var named = type.Packages.Select(package => Named(package, project)).FirstOrDefault(version => version is not null);
        var below = Bound(type, project.Framework);
        if (named is not null)
            return new LibraryVersion(named, below);
        var assembly =
            symbol?.ContainingAssembly is { } declaring && symbol.DeclaringSyntaxReferences.IsEmpty ? declaring.Identity.Version : null;
        // Reference assemblies of a newer framework stand in for an older one where a code base is scanned without restoring it.
        return new LibraryVersion(assembly is { Major: > 0 } && (below is null || assembly < below) ? assembly : null, below);
    }

    // Packages of one family have one version: Google.Apis.*.
    static Version? Named(string package, ProjectFacts project) =>
        package.EndsWith("*", StringComparison.Ordinal)
            ? project
                .PackageVersions.Where(pair => pair.Key.StartsWith(package.TrimEnd('*'), StringComparison.OrdinalIgnoreCase))
                .Select(pair => pair.Value)
                .FirstOrDefault(version => version is not null)
        : project.PackageVersions.TryGetValue(package, out var named) ? named
        : null;

    static Version? Bound(ConfiguredType type, Version? framework)
    {
        if (framework is null)
            return null;
        if (type.FollowsFramework)
            return new Version(framework.Major + 1, 0);
        return type.Floor is { } floor && framework < floor.Framework ? floor.Library : null;
    }

    /// <summary>Whether the version is before another; false where that is not known.</summary>
    public bool IsBefore(Version other) => Exact is not null ? Exact < other : Below is not null && Below <= other;

    /// <summary>Whether the version is for certain not before another.</summary>
    public bool IsNotBefore(Version other) => Exact is not null && Exact >= other;
}

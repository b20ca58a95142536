using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>A package as it is shipped, in a version that <c>Directory.Packages.props</c> names.</summary>
sealed record ShippedLibrary(string Package, Version Version, string Folder)
{
    const string AspNetCore = "Microsoft.AspNetCore.App.Ref";

    /// <summary>What a project for .NET 10 takes from a package, the best first; the old framework's where there is nothing else.</summary>
    static readonly string[] Frameworks =
        ["net10.0", "net9.0", "net8.0", "net6.0", "net5.0", "netcoreapp3.0", "netstandard2.1", "netstandard2.0", "netstandard1.3", "netstandard1.0", "net45"];

    static readonly ILookup<string, string> Metadata = typeof(ShippedLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToLookup(metadata => metadata.Key, metadata => metadata.Value!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every package in every version; of one package the newest first.</summary>
    public static IReadOnlyList<ShippedLibrary> All { get; } =
        [new(AspNetCore, new(10, 0), Testing.Frameworks.FolderOf(AspNetCore)), .. Metadata.Where(metadata => metadata.First().StartsWith('[')).SelectMany(metadata => Of(metadata.Key))];

    /// <summary>Its assemblies for .NET 10, or for what comes nearest; of a package for Windows its metadata.</summary>
    public IEnumerable<string> Assemblies => Nearest("ref") ?? Nearest("lib") ?? Directory.EnumerateFiles(Path.Combine(Folder, "metadata"), "*.winmd");

    /// <summary>The newest version of a package, and of those that its surface needs.</summary>
    /// <exception cref="InvalidOperationException">A package is not among those that are shipped.</exception>
    public static MetadataReference[] Newest(params string[] packages) =>
        [.. AssembliesOf(packages).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The assemblies of the newest versions.</summary>
    /// <exception cref="InvalidOperationException">A package is not among those that are shipped.</exception>
    public static IEnumerable<string> AssembliesOf(params string[] packages) => packages.SelectMany(package => Of(package).First().Assemblies);

    /// <summary>Where packages are loaded to be run: each finds the newest version of the others.</summary>
    public static AssemblyLoadContext Context(string name)
    {
        var context = new AssemblyLoadContext(name);
        context.Resolving += (_, wanted) => All.SelectMany(library => library.Assemblies)
            .FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == wanted.Name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        return context;
    }

    static IEnumerable<ShippedLibrary> Of(string package) => Metadata[package].Single().Split(';').Select(version => version.Trim('[', ']'))
        .Select(version => new ShippedLibrary(package, Version.Parse(version), Path.Combine(Metadata["PackageFolder"].Single(), package.ToLowerInvariant(), version)));

    IEnumerable<string>? Nearest(string kind) => Frameworks.Select(framework => Path.Combine(Folder, kind, framework)).FirstOrDefault(Directory.Exists) is { } nearest
        ? Directory.EnumerateFiles(nearest, "*.dll")
        : null;
}

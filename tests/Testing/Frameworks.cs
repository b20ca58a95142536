using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Testing;

/// <summary>The reference assemblies that tested programs compile against: those of the SDK that builds the tests.</summary>
public static class Frameworks
{
    /// <summary>.NET 10 alone.</summary>
    public static ImmutableArray<MetadataReference> Net { get; } = [.. Of("Microsoft.NETCore.App.Ref")];

    /// <summary>.NET 10 with ASP.NET Core 10.</summary>
    public static ImmutableArray<MetadataReference> AspNetCore { get; } = [.. Net, .. Of("Microsoft.AspNetCore.App.Ref")];

    /// <summary>The folder of a targeting pack.</summary>
    public static string FolderOf(string pack) =>
        typeof(Frameworks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == pack).Value!;

    static IEnumerable<MetadataReference> Of(string pack) =>
        Directory.GetFiles(Path.Combine(FolderOf(pack), "ref", "net10.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path));
}

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

    static IEnumerable<MetadataReference> Of(string pack)
    {
        var folder = typeof(Frameworks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == pack).Value!;
        return Directory.GetFiles(Path.Combine(folder, "ref", "net10.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path));
    }
}

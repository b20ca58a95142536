using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The reference assemblies that a test compiles against: targeting packs of the installed .NET SDK.</summary>
public sealed class ReferenceAssemblies
{
    readonly Lazy<ImmutableArray<MetadataReference>> references;

    ReferenceAssemblies(string targetFramework, params ImmutableArray<string> packs)
    {
        TargetFramework = targetFramework;
        references = new(() => [.. packs.SelectMany(pack => TargetingPacks.Assemblies(pack, targetFramework)).Select(MetadataReferenceCache.Get)]);
    }

    /// <summary>.NET 10 with ASP.NET Core 10.</summary>
    public static ReferenceAssemblies Default => AspNet.AspNet100;

    /// <summary>Short name of the framework, <c>net10.0</c>.</summary>
    public string TargetFramework { get; }

    /// <exception cref="DirectoryNotFoundException">The targeting pack is not installed; the message says where it was looked for.</exception>
    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
        => Task.FromResult(references.Value);

    public static class Net
    {
        /// <summary>.NET 10 alone.</summary>
        public static ReferenceAssemblies Net100 { get; } = new("net10.0", TargetingPacks.NetCore);
    }

    public static class AspNet
    {
        /// <summary>.NET 10 with ASP.NET Core 10.</summary>
        public static ReferenceAssemblies AspNet100 { get; } = new("net10.0", TargetingPacks.NetCore, TargetingPacks.AspNetCore);
    }
}

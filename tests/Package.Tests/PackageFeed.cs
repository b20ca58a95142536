using System.Globalization;
using System.Reflection;
using PkceAnalyzers.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace PkceAnalyzers.Package.Tests;

/// <summary>The packages, packed once into a feed that is a folder, under a version that no cache knows.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    /// <summary>The packages' version: above the one that the Runtime package asks for, and none that was ever made before.</summary>
    public string Version { get; } = $"99.{Random.Shared.Next().ToString(CultureInfo.InvariantCulture)}.0";

    internal List<CommandResult> Packings { get; } = [];

    /// <summary>The feed.</summary>
    public string Folder => _folder.Path;

    /// <summary>Full path of a package.</summary>
    public string Package(string id) => Path.Combine(_folder.Path, $"{id}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["Package", "Runtime", "Runtime.AspNetCore", "Tool"])
        {
            var packing = await Command.DotnetAsync(Path.Combine(Repository.Root, "src", project), "pack", "--no-build", "--nologo",
                "--configuration", Configuration, "--output", _folder.Path, $"-p:PackageVersion={Version}");
            Packings.Add(packing.Succeeded());
        }
    }

    /// <summary>Makes a folder restore from this feed and from where it would without it.</summary>
    internal void UseIn(TemporaryFolder folder) => folder.Write("nuget.config", $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{_folder["packages"]}" />
          </config>
          <fallbackPackageFolders>
            <add key="shared" value="{SharedPackages()}" />
          </fallbackPackageFolders>
          <packageSources>
            <add key="feed" value="{_folder.Path}" />
          </packageSources>
        </configuration>
        """);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    static string SharedPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal static string Configuration { get; } =
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;
}

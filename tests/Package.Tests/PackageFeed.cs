using System.Reflection;

namespace PkceAnalyzers.Package.Tests;

/// <summary>The package, packed once into a feed that is a folder, under a version that no cache can know.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    /// <summary>The package's version.</summary>
    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    /// <summary>Full path of the package.</summary>
    public string Package => Path.Combine(_folder.Path, $"PkceAnalyzers.{Version}.nupkg");

    internal CommandResult? Packing { get; private set; }

    public async ValueTask InitializeAsync() => Packing = (await Command.DotnetAsync(
        Metadata("PackageProject"), "pack", "--no-build", "--nologo", "--configuration", Metadata("Configuration"), "--output", _folder.Path, $"-p:PackageVersion={Version}")).Succeeded();

    /// <summary>Makes a folder restore from this feed and from where it would without it, into packages of its own.</summary>
    internal void UseIn(TemporaryFolder folder) => folder.Write("nuget.config", $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="packages" />
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

    static string Metadata(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

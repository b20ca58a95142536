using PkceAnalyzers.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(SourceTree))]

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>
/// A copy of the repository's sources in a temporary folder, as a fresh clone would be: what is built here shares no
/// output with the build that runs these tests. Analyzers, fixes and Runtime are built before any test, which then find
/// them up to date and do not disturb each other.
/// </summary>
public sealed class SourceTree : IAsyncLifetime
{
    static readonly HashSet<string> LeftOut =
        [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "tests", "benchmarks"];

    readonly string folder = Directory.CreateTempSubdirectory("pkce-end-to-end-").FullName;

    public async ValueTask InitializeAsync()
    {
        Copy(Repository.Root, Root);
        (await BuildAsync("Package")).Succeeded();
        (await BuildAsync("Runtime", "--framework", "net10.0")).Succeeded();
    }

    /// <summary>The root of the repository's copy.</summary>
    public string Root => Path.Combine(folder, "repository");

    /// <summary>Another copy of samples/DesktopLogin, beside it: built with the analyzers of this tree.</summary>
    internal DesktopLogin CopySample(string name) => CopySampleTo(Path.Combine(Root, "samples", name));

    /// <summary>The project of PkceAnalyzers.Runtime.</summary>
    public string RuntimeProject => Path.Combine(Root, "src", "Runtime", "Runtime.csproj");

    /// <summary>The programs that log in, as they are.</summary>
    public string ProgramsFolder => Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "programs");

    /// <summary>A copy of the programs that log in, as far below the analyzers of this tree as they are.</summary>
    internal ProgramTree CopyPrograms(string name)
    {
        var target = Path.Combine(Root, "tests", "EndToEnd.Tests", name);
        Copy(ProgramsFolder, target);
        return new ProgramTree(target);
    }

    /// <summary>A copy of samples/DesktopLogin outside of the repository, whose packages come from a local folder feed
    /// with the packed analyzers.</summary>
    internal async Task<DesktopLogin> CopySampleAsUserOfPackageAsync(string name)
    {
        // A version of its own, since NuGet never looks again at a version that it has once extracted.
        var version = $"0.1.0-test.{Path.GetFileName(folder).ToLowerInvariant()}";
        var feed = Path.Combine(folder, "feed");
        var pack = await Command.DotnetAsync(Root, "pack", "--no-build", Path.Combine("src", "Package"), "-c", "Debug", "-o", feed, $"-p:PackageVersion={version}", "-v", "q");
        pack.Succeeded();

        var sample = CopySampleTo(Path.Combine(folder, name));
        await sample.AddPackageAsync("PkceAnalyzers", version, feed);
        return sample;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    Task<CommandResult> BuildAsync(string project, params string[] arguments) =>
        Command.DotnetAsync(Root, ["build", Path.Combine("src", project), "--verbosity", "quiet", .. arguments]);

    DesktopLogin CopySampleTo(string target)
    {
        Copy(Path.Combine(Repository.Root, "samples", "DesktopLogin"), target);
        return new DesktopLogin(target);
    }

    static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));

        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            var name = Path.GetFileName(folder);
            if (!LeftOut.Contains(name))
                Copy(folder, Path.Combine(target, name));
        }
    }
}

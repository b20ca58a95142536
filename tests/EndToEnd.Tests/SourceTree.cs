namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>
/// A copy of the repository's sources in a temporary folder, as a fresh clone would be: what is built here shares no
/// output with the build that runs these tests.
/// </summary>
public sealed class SourceTree : IDisposable
{
    static readonly HashSet<string> LeftOut =
        [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "tests", "benchmarks"];

    public SourceTree() => Copy(Repository.Root, Root);

    public string Root { get; } = Directory.CreateTempSubdirectory("pkce-end-to-end-").FullName;

    /// <summary>Another copy of samples/DesktopLogin, beside it, so that it is built with the same references.</summary>
    internal DesktopLogin CopySample(string name)
    {
        var folder = Path.Combine(Root, "samples", name);
        Copy(Path.Combine(Root, "samples", "DesktopLogin"), folder);
        return new DesktopLogin(folder);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            var name = Path.GetFileName(folder);
            if (!LeftOut.Contains(name))
            {
                Copy(folder, Path.Combine(target, name));
            }
        }
    }
}

namespace PkceAnalyzers.Tests;

/// <summary>The files of this repository, for tests of what compilers do not check.</summary>
static class Repository
{
    static readonly string Root = FindRoot();

    /// <summary>The text of a file, its lines ended by line feeds.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static IEnumerable<string> Files(string folder, string pattern, SearchOption depth = SearchOption.TopDirectoryOnly)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, depth);

    static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "PkceAnalyzers.sln")))
                return folder;
        }

        throw new DirectoryNotFoundException($"PkceAnalyzers.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}

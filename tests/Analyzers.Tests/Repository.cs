namespace PkceAnalyzers.Tests;

/// <summary>The files of this repository, for tests of what compilers do not check.</summary>
static class Repository
{
    static readonly string Root = FindRoot();

    /// <summary>The text of a file, its lines ended by line feeds.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static IEnumerable<string> Files(string folder, string pattern, SearchOption depth = SearchOption.TopDirectoryOnly)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, depth);

    /// <summary>Whether there is such a file or folder.</summary>
    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>The pages of the documentation, all that people read.</summary>
    public static IEnumerable<string> Pages() => Directory.EnumerateFiles(Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true })
        .Select(page => Path.GetRelativePath(Root, page).Replace('\\', '/'))
        .Where(page => !page.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules" or "artifacts" or "TestResults"));

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

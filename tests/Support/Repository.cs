namespace PkceAnalyzers.Support;

static class Repository
{
    /// <summary>The folder of the solution that these tests were built from.</summary>
    public static string Root { get; } = FindRoot();

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

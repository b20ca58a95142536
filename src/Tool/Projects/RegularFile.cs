namespace PkceAnalyzers.Tool.Projects;

/// <summary>Reads files, and of pipes and devices that have the name of a file nothing: they would give no end, or never begin.</summary>
static class RegularFile
{
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static Stream Open(string path) =>
        // The length of what is no file is 0, too.
        new FileInfo(path).Length == 0
            ? new MemoryStream()
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}

using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Targets;

/// <summary>How much work a target is, told by the bytes of the C# files below it.</summary>
static class TargetSize
{
    public static long Of(string target)
    {
        var folder = Directory.Exists(target) ? target : Path.GetDirectoryName(target)!;
        try
        {
            return new FileTree(folder)
                .FilesBelow(folder)
                .Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
                .Sum(file => new FileInfo(file).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

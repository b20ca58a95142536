using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>What Unity's editor compiles: a folder with <c>ProjectSettings/ProjectVersion.txt</c>, mostly without a project file.</summary>
static partial class UnityProject
{
    /// <summary>What every editor compiles that is still supported.</summary>
    public const string SupportedLanguageVersion = "9.0";

    static readonly string VersionFile = Path.Combine("ProjectSettings", "ProjectVersion.txt");

    /// <summary>The folder of the project that a file below <paramref name="root"/> belongs to; null where it belongs to none.</summary>
    public static string? FolderOf(string file, string root)
    {
        for (
            var folder = Path.GetDirectoryName(file);
            folder is not null && folder.Length >= root.Length;
            folder = Path.GetDirectoryName(folder)
        )
        {
            if (File.Exists(Path.Combine(folder, VersionFile)))
                return folder;
        }
        return null;
    }

    /// <summary>The version of C# that the editor of a project compiles; null where the folder is no such project.</summary>
    public static string? LanguageVersionIn(string folder)
    {
        var file = Path.Combine(folder, VersionFile);
        if (!File.Exists(file))
            return null;
        using var reader = new StreamReader(RegularFile.Open(file));
        if (EditorVersion().Match(reader.ReadLine() ?? "") is not { Success: true } match)
            return null;
        return new Version(int.Parse(match.Groups[1].ValueSpan), int.Parse(match.Groups[2].ValueSpan)) switch
        {
            { Major: < 2017 } => "4",
            { Major: 2017 } => "6",
            { Major: 2018, Minor: < 3 } => "7.2",
            { Major: < 2020 } or { Major: 2020, Minor: < 2 } => "7.3",
            { Major: 2020 } or { Major: 2021, Minor: < 2 } => "8.0",
            _ => SupportedLanguageVersion,
        };
    }

    [GeneratedRegex(@"^m_EditorVersion: ([0-9]{1,5})\.([0-9]{1,5})")]
    private static partial Regex EditorVersion();
}

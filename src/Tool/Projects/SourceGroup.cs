namespace PkceAnalyzers.Tool.Projects;

/// <summary>The sources that are compiled together: those of a project, or those that belong to none.</summary>
sealed class SourceGroup
{
    /// <summary>Full path of the project, or of the folder or file that was scanned, or of Unity's project below it.</summary>
    public required string Location { get; init; }

    /// <summary>Null for sources without a project.</summary>
    public ProjectFile? Project { get; init; }

    /// <summary>The version of C# that it is compiled by; null where nothing says it.</summary>
    public string? LanguageVersion => Project?.LanguageVersion ?? UnityProject.LanguageVersionIn(Location);

    /// <summary>Full paths of the C# files, sorted.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Full paths of settings and Razor files, sorted.</summary>
    public required IReadOnlyList<string> AdditionalFiles { get; init; }

    /// <summary>False for a project that was not to be scanned and is only referenced.</summary>
    public required bool IsScanned { get; init; }

    /// <summary>The groups of the projects that it references, directly or not.</summary>
    public IReadOnlyList<SourceGroup> References { get; set; } = [];
}

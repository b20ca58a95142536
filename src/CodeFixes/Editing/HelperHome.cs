namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>Where the helper is written that stands in for the Runtime.</summary>
enum HelperHome
{
    /// <summary>Into the file that calls it: an edit that every host of fixes applies.</summary>
    File,

    /// <summary>Into a file of its own, for the whole project.</summary>
    Project,
}

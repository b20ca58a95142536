namespace PkceAnalyzers.Tool.Projects;

/// <summary>An item element of a project file, expanded.</summary>
/// <param name="Kind">Its name: <c>Compile</c>, <c>PackageReference</c>, …</param>
/// <param name="Include">What it adds, separated by semicolons; empty if it adds nothing.</param>
/// <param name="Exclude">What it does not add of that.</param>
/// <param name="Remove">What it takes away.</param>
/// <param name="Folder">The project's folder, to which paths are relative.</param>
/// <param name="Metadata">Its other attributes and its child elements.</param>
sealed record ProjectItem(
    string Kind,
    string Include,
    string Exclude,
    string Remove,
    string Folder,
    IReadOnlyDictionary<string, string> Metadata
)
{
    /// <summary>What it adds, one by one.</summary>
    public IEnumerable<string> Includes => Split(Include);

    /// <summary>A metadata value, empty if not set.</summary>
    public string this[string name] => Metadata.GetValueOrDefault(name, "");

    public static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One project of a test.</summary>
public class ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
{
    public string Name { get; } = name;

    public string AssemblyName => Name;

    public string Language { get; } = language;

    /// <summary>Kind of output; by default a console application where a source holds top-level statements, otherwise
    /// a library.</summary>
    public OutputKind? OutputKind { get; set; }

    public DocumentationMode? DocumentationMode { get; set; }

    /// <summary>Reference assemblies of this project; by default those of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public SourceFileList Sources { get; } = new(defaultPrefix, defaultExtension);

    public SourceFileCollection AdditionalFiles { get; } = [];

    /// <summary><c>.editorconfig</c> and global configuration files, with absolute paths such as <c>/.editorconfig</c>.</summary>
    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    /// <summary>Names of projects of <see cref="SolutionState.AdditionalProjects"/> that this one references.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    internal IEnumerable<SourceFileCollection> Files => [Sources, AdditionalFiles, AnalyzerConfigFiles];

    /// <summary>Takes over from <paramref name="other"/> what is not set here.</summary>
    internal void FillFrom(ProjectState other)
    {
        OutputKind ??= other.OutputKind;
        DocumentationMode ??= other.DocumentationMode;
        ReferenceAssemblies ??= other.ReferenceAssemblies;
        foreach (var (mine, others) in Files.Zip(other.Files))
            FillFrom(mine, others);
        FillFrom(AdditionalReferences, other.AdditionalReferences);
        FillFrom(AdditionalProjectReferences, other.AdditionalProjectReferences);
    }

    internal bool HasSameFiles(ProjectState other)
        => Files.Zip(other.Files).All(pair => HaveSameFiles(pair.First, pair.Second));

    static bool HaveSameFiles(SourceFileCollection first, SourceFileCollection second)
        => first.Count == second.Count
            && first.Zip(second).All(pair => pair.First.filename == pair.Second.filename && pair.First.content.ContentEquals(pair.Second.content));

    static void FillFrom<T>(List<T> list, List<T> other)
    {
        if (list.Count == 0)
            list.AddRange(other);
    }
}

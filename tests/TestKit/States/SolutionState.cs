namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files of a test before or after the fix, and the diagnostics that they must give.</summary>
public class SolutionState : ProjectState
{
    public SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
        : base(name, language, defaultPrefix, defaultExtension)
        => AdditionalProjects = new ProjectCollection(language, defaultExtension);

    /// <summary>By default <see cref="StateInheritanceMode.AutoInherit"/>.</summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>By default <see cref="MarkupMode.Allow"/>.</summary>
    public MarkupMode? MarkupHandling { get; set; }

    public ProjectCollection AdditionalProjects { get; }

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    internal IEnumerable<ProjectState> Projects => [this, .. AdditionalProjects.Values];

    /// <summary>Whether nothing was said about this state, so that there is nothing to test in it.</summary>
    internal bool IsEmpty
        => InheritanceMode != StateInheritanceMode.Explicit && ExpectedDiagnostics.Count == 0
            && Projects.All(project => project.Files.All(files => files.Count == 0));

    internal bool HasSameContent(SolutionState other)
        => Projects.Count() == other.Projects.Count()
            && Projects.Zip(other.Projects).All(pair => pair.First.Name == pair.Second.Name && pair.First.HasSameFiles(pair.Second));

    /// <summary>This state with what it does not set itself taken from <paramref name="before"/>.</summary>
    internal SolutionState Inherit(SolutionState before, ICollection<string> fixableIds)
    {
        var state = EmptyCopy();
        state.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
        state.MarkupHandling = MarkupHandling;
        CopyProjects(this, state);
        if (InheritanceMode == StateInheritanceMode.Explicit)
            return state;

        CopyProjects(before, state);
        state.MarkupHandling ??= before.MarkupHandling;
        var unchanged = state.HasSameContent(before);
        state.ExpectedDiagnostics.AddRange(before.ExpectedDiagnostics.Where(result => unchanged || !fixableIds.Contains(result.Id)));
        return state;
    }

    /// <summary>This state with the markup taken out of its files and turned into expected diagnostics.</summary>
    internal SolutionState ReadMarkup(MarkupReader reader)
    {
        var state = EmptyCopy();
        state.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
        CopyProjects(this, state);
        foreach (var files in state.Projects.SelectMany(project => new SourceFileCollection[] { project.Sources, project.AdditionalFiles }))
            reader.Read(files, MarkupHandling ?? MarkupMode.Allow, state.ExpectedDiagnostics);
        for (var i = 0; i < state.ExpectedDiagnostics.Count; i++)
            state.ExpectedDiagnostics[i] = reader.Resolve(state.ExpectedDiagnostics[i]);
        return state;
    }

    /// <summary>A state without default paths: all files come to it with theirs.</summary>
    SolutionState EmptyCopy() => new(Name, Language, "", "");

    static void CopyProjects(SolutionState from, SolutionState to)
    {
        to.FillFrom(from);
        foreach (var project in from.AdditionalProjects.Values)
            to.AdditionalProjects[project.Name].FillFrom(project);
    }
}

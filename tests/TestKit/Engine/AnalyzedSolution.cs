using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A solution and what analyzers and compiler report in each of its projects.</summary>
sealed class AnalyzedSolution(Solution solution, ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> byProject)
{
    public Solution Solution { get; } = solution;

    /// <summary>All diagnostics in a fixed order: project, file, place, id.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } =
    [
        .. solution.ProjectIds.SelectMany(id => byProject[id]
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)),
    ];

    public ImmutableArray<Diagnostic> In(Project project) => byProject[project.Id];

    /// <summary>The source or additional file that the diagnostic lies in; null for one without location.</summary>
    public TextDocument? DocumentOf(Diagnostic diagnostic)
    {
        if (diagnostic.Location.IsInSource)
            return Solution.GetDocument(diagnostic.Location.SourceTree);

        var path = diagnostic.Location.GetLineSpan().Path;
        return Solution.Projects.SelectMany(project => project.AdditionalDocuments).FirstOrDefault(document => document.FilePath == path);
    }
}

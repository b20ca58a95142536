using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>One state of the code, and what the analyzers find in it.</summary>
sealed class AnalyzedCode
{
    readonly ImmutableDictionary<ProjectId, AnalyzedGroup> _groups;

    AnalyzedCode(Solution solution, ImmutableDictionary<ProjectId, AnalyzedGroup> groups, bool isWhole)
    {
        Solution = solution;
        _groups = groups;
        IsWhole = isWhole;
        Findings =
        [
            .. groups
                .Values.SelectMany(group => group.Findings)
                .OrderBy(one => one.Path, StringComparer.Ordinal)
                .ThenBy(one => one.Diagnostic.Location.SourceSpan)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
    }

    sealed record AnalyzedGroup(CompiledGroup Group, IReadOnlyList<Found> Findings);

    public Solution Solution { get; }

    /// <summary>What is found and not suppressed, by path and position; in a file of several projects once for each.</summary>
    public IReadOnlyList<Found> Findings { get; }

    /// <summary>Whether no analyzer failed.</summary>
    public bool IsWhole { get; }

    /// <summary>What a group is in this state.</summary>
    public CompiledGroup PresentOf(CompiledGroup group) => _groups.Values.First(one => one.Group.Group == group.Group).Group;

    /// <summary>Runs analyzers over states of code.</summary>
    /// <param name="minimum">The least severity that is looked at.</param>
    public sealed class Analysis(
        CodeSolution code,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        Func<SourceText, bool> mayMatter,
        DiagnosticSeverity minimum
    )
    {
        public CodeSolution Code => code;

        public Task<AnalyzedCode> OfOriginalAsync(Problems problems, CancellationToken cancel) =>
            OfAsync(code.Original, code.Original.ProjectIds, ImmutableDictionary<ProjectId, AnalyzedGroup>.Empty, problems, cancel);

        /// <summary>What has become of a state. Only projects that changed, or that use such a one, are analysed again.</summary>
        public Task<AnalyzedCode> OfAsync(AnalyzedCode before, Solution changed, CancellationToken cancel)
        {
            var graph = changed.GetProjectDependencyGraph();
            var ids = changed
                .GetChanges(before.Solution)
                .GetProjectChanges()
                .Select(change => change.ProjectId)
                .SelectMany(id => graph.GetProjectsThatTransitivelyDependOnThisProject(id).Prepend(id))
                .Distinct()
                .ToList();
            // What fails is told by what asks: the repair is not made.
            return OfAsync(changed, ids, before._groups.RemoveRange(ids), new Problems(TextWriter.Null), cancel);
        }

        async Task<AnalyzedCode> OfAsync(
            Solution solution,
            IEnumerable<ProjectId> ids,
            ImmutableDictionary<ProjectId, AnalyzedGroup> others,
            Problems problems,
            CancellationToken cancel
        )
        {
            var groups = await code.CompileAsync(solution, ids, cancel);
            var diagnostics = await new Scanner(analyzers, mayMatter, problems).DiagnosticsAsync(groups, cancel);
            var found = diagnostics
                .Where(one => !one.Diagnostic.IsSuppressed && one.Diagnostic.Severity >= minimum)
                .ToLookup(one => one.Group, one => new Found(one.Group, one.Diagnostic));
            var analyzed = groups.Select(group => KeyValuePair.Create(code.ProjectOf(group), new AnalyzedGroup(group, [.. found[group]])));
            return new AnalyzedCode(solution, others.AddRange(analyzed), !problems.HaveErrors);
        }
    }
}

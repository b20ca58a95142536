using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>The code fixes that this tool was built with, in the ways that leave nothing to do by hand.</summary>
static class Repairs
{
    /// <summary>By the first id that each repairs.</summary>
    public static readonly IReadOnlyList<IRepair> All =
    [
        .. typeof(RepairProvider)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RepairProvider)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => new OfSource((RepairProvider)Activator.CreateInstance(type)!)),
        new OfSettingsFile(),
    ];

    /// <summary>The ids of the rules that have a fix.</summary>
    public static IReadOnlySet<string> Ids { get; } = All.SelectMany(repair => repair.Ids).ToHashSet();

    /// <summary>Null where the finding's rule has no fix.</summary>
    public static IRepair? For(Diagnostic diagnostic) => All.FirstOrDefault(repair => repair.Takes(diagnostic));

    sealed class OfSource(RepairProvider provider) : IRepair
    {
        public IEnumerable<string> Ids => provider.FixableDiagnosticIds;

        public bool Takes(Diagnostic diagnostic) => diagnostic.Location.IsInSource && provider.FixableDiagnosticIds.Contains(diagnostic.Id);

        public async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Found> findings, CancellationToken cancel)
        {
            foreach (var ofHome in findings.GroupBy(HomeOf))
                solution = await provider.RepairAsync(solution, [.. ofHome.Select(found => found.Diagnostic)], ofHome.Key, cancel);
            return solution;
        }

        public Task<string?> PartlyAsync(Solution solution, Found finding, CancellationToken cancel) =>
            provider.PartlyAsync(solution, finding.Diagnostic, cancel);

        public Task<string?> ObstacleAsync(Solution solution, Found finding, CancellationToken cancel) =>
            provider.ObstacleAsync(solution, finding.Diagnostic, cancel);

        /// <summary>A project that has to name its files gets the helper into the file that needs it.</summary>
        static HelperHome HomeOf(Found finding) =>
            finding.Group.Group.Project is { TakesNewSources: true } ? HelperHome.Project : HelperHome.File;
    }

    sealed class OfSettingsFile : IRepair
    {
        public IEnumerable<string> Ids => new PKCE2001SettingsFileFix().FixableDiagnosticIds;

        public bool Takes(Diagnostic diagnostic) =>
            diagnostic.Location.Kind == LocationKind.ExternalFile
            && new PKCE2001SettingsFileFix().FixableDiagnosticIds.Contains(diagnostic.Id);

        public Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Found> findings, CancellationToken cancel) =>
            PKCE2001SettingsFileFix.RepairAsync(solution, [.. findings.Select(found => found.Diagnostic)], isUnread: true, cancel);

        public Task<string?> PartlyAsync(Solution solution, Found finding, CancellationToken cancel) =>
            PKCE2001SettingsFileFix.PartlyAsync(solution, finding.Diagnostic, cancel);

        public Task<string?> ObstacleAsync(Solution solution, Found finding, CancellationToken cancel) => Task.FromResult<string?>(null);
    }
}

using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>Every request of an OAuth exchange that code makes.</summary>
static class Inventory
{
    /// <summary>The requests by place, each once: a file may be part of several projects.</summary>
    /// <param name="groups">What is looked at.</param>
    /// <param name="covers">Whether a file, by its full path, is told of.</param>
    /// <param name="cancel">Ends the work.</param>
    public static IReadOnlyList<InventoryRow> Of(IEnumerable<CompiledGroup> groups, Func<string, bool> covers, CancellationToken cancel) =>
        [
            .. groups
                .SelectMany(group => Requests(group, covers, cancel))
                .DistinctBy(row => (row.Request.Kind, row.Request.Place))
                .OrderBy(row => row.Request.Place),
        ];

    static IEnumerable<InventoryRow> Requests(CompiledGroup group, Func<string, bool> covers, CancellationToken cancel)
    {
        var reader = new RequestReader(group);
        return group
            .Code.Where(tree => covers(group.PathOf(tree)) && Analyzers.MayMatter(tree.GetText(cancel)))
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancel)
            .SelectMany(tree => reader.In(tree, cancel))
            .Select(request => new InventoryRow(group.Group.Project?.AssemblyName ?? "", request))
            .ToList();
    }
}

using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Benchmarks;

/// <summary>What it costs to judge a file, or to run a member.</summary>
sealed record PartCost(SyntaxNode Part, double Milliseconds, double Megabytes, long Steps)
{
    /// <summary>The files that are looked at, each after those before it.</summary>
    public static IEnumerable<PartCost> OfFiles(CSharpCompilation compilation, AnalyzerOptions options)
    {
        var analysis = ProjectAnalysis.Of(compilation.Clone(), options);
        foreach (var tree in Looked(analysis))
            yield return Of(tree.GetRoot(), analysis, () => analysis.FileOf(tree, CancellationToken.None));
    }

    /// <summary>The members that are run, each by itself.</summary>
    public static IEnumerable<PartCost> OfMembers(CSharpCompilation compilation, AnalyzerOptions options)
    {
        var analysis = ProjectAnalysis.Of(compilation.Clone(), options);
        foreach (var tree in Looked(analysis))
            analysis.FileOf(tree, CancellationToken.None);
        var members = analysis.Cache.Work.Members.Select(member => member.Key).ToList();
        var fresh = ProjectAnalysis.Of(compilation.Clone(), options);
        foreach (var member in members)
            yield return Of(member, fresh, () => fresh.Cache.RunOf(member, PkceOptions.None, CancellationToken.None));
    }

    public string Row
    {
        get
        {
            var place = Part.GetLocation().GetLineSpan();
            return $"{Milliseconds,9:F1} ms {Megabytes,9:F1} MB {Steps,9:N0} steps  {Path.GetFileName(place.Path)}"
                + (Part.Parent is null ? "" : $":{place.StartLinePosition.Line + 1}");
        }
    }

    static IEnumerable<SyntaxTree> Looked(ProjectAnalysis analysis) =>
        analysis.Cache.Compilation.SyntaxTrees.Where(tree => FileGates.OfCode.AreIn(tree.GetText()));

    static PartCost Of(SyntaxNode part, ProjectAnalysis analysis, Action work)
    {
        var steps = analysis.Cache.Work.Steps;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        work();
        return new PartCost(
            part,
            watch.Elapsed.TotalMilliseconds,
            (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6,
            analysis.Cache.Work.Steps - steps
        );
    }
}

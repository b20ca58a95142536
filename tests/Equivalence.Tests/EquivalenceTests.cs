using System.Collections.Concurrent;
using PkceAnalyzers.Equivalence.Tests.Rewrites;
using Xunit;

namespace PkceAnalyzers.Equivalence.Tests;

/// <summary>How a program is spelled does not matter: a sample of all programs and rewrites. The whole of it prints the table (Program.cs).</summary>
public sealed class EquivalenceTests
{
    /// <summary>The share of findings that outlast a rewrite, at least.</summary>
    const double Share = 0.85;

    const int Every = 400;

    const int Seed = 20261201;

    [Fact]
    public async Task Findings_outlast_rewrites()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var programs = await ProgramOfTests.AllAsync([], cancellation);
        var trials = new ConcurrentBag<Trial>();
        await Parallel.ForEachAsync(new TableOptions { Every = Every, Seed = Seed }.Pick(programs, AllRewrites.All), cancellation, async (pick, token) =>
        {
            if (await Trial.RunAsync(pick.Program, pick.Rewrites, token) is { } trial)
                trials.Add(trial);
        });
        var table = new Table([.. trials.OrderBy(trial => trial.Program, StringComparer.Ordinal)]);
        var text = new StringWriter();
        table.Write(text);
        Assert.True(table.Share >= Share, text.ToString());
        // Where no program is found, or no rewrite applies, nothing would be measured.
        Assert.True(trials.Count > 50, text.ToString());
    }
}

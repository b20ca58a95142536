using System.Collections.Concurrent;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>What holds for every fix, on the programs of all tests, with their settings files and libraries, and on the samples: the code compiles
/// as before, the finding is gone and no other has come, and done twice is done once.</summary>
[Trait("Category", "Slow")]
public sealed class EveryProgramTests
{
    [Fact]
    public async Task Fixes_repair_and_break_nothing()
    {
        var faults = new ConcurrentBag<string>();
        var applied = 0;
        var programs = (await TestPrograms.AllAsync()).Concat(await Samples.AllAsync());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(programs, parallel, async (program, cancellation) =>
        {
            var trial = new FixTrial(program, cancellation);
            foreach (var fault in await trial.RunAsync())
                faults.Add(fault);
            Interlocked.Add(ref applied, trial.Applied);
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of {applied} fixes:{Environment.NewLine}{string.Join($"{Environment.NewLine}{Environment.NewLine}", faults.Order(StringComparer.Ordinal))}");
        // Where the programs were not found nothing would be tried.
        Assert.True(applied > 1000, $"only {applied} fixes were tried");
    }
}

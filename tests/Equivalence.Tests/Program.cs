using System.Collections.Concurrent;
using PkceAnalyzers.Equivalence.Tests;
using PkceAnalyzers.Equivalence.Tests.Rewrites;

// table [--every N] [--seed N] [--depth N] [--rewrite TEXT] [--program TEXT] [--show] [FOLDER…]: prints what becomes of the findings. Else the tests are run.
if (args is not ["table", .. var rest])
    return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
var options = TableOptions.Read(rest);
var trials = new ConcurrentBag<Trial>();
var programs = await ProgramOfTests.AllAsync(options.Folders, CancellationToken.None, options.Program);
Console.Error.WriteLine($"{programs.Count} programs");
await Parallel.ForEachAsync(options.Pick(programs, AllRewrites.All), async (pick, cancellation) =>
{
    if (await Trial.RunAsync(pick.Program, pick.Rewrites, cancellation) is { } trial)
        trials.Add(trial);
});
var table = new Table([.. trials.OrderBy(trial => AllRewrites.All.ToList().IndexOf(trial.Rewrite)).ThenBy(trial => trial.Program, StringComparer.Ordinal)]);
table.Write(Console.Out);
if (options.Show)
    await Hole.WriteAsync(trials, Console.Out);
return table.Lost + table.Added == 0 ? 0 : 1;
